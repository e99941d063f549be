<?php
// Calls every operation that it can with the PHP client that openapi-generator makes. Arguments: the URL, and which calls.

use OpenAPI\Client\Api\CustomersApi;
use OpenAPI\Client\Api\CustomerStatusApi;
use OpenAPI\Client\Api\ReportsApi;
use OpenAPI\Client\ApiException;
use OpenAPI\Client\Configuration;
use OpenAPI\Client\Model\BusinessRelation;
use OpenAPI\Client\Model\ChangeCustomersAction;
use OpenAPI\Client\Model\CustomerCreate;
use OpenAPI\Client\Model\CustomerStatus;
use OpenAPI\Client\Model\CustomerUpdate;
use OpenAPI\Client\Model\Email;
use OpenAPI\Client\Model\GetCustomerAction;
use OpenAPI\Client\Model\ReportType;

// --8<-- [start:client]
$configuration = (new Configuration())
    ->setHost($argv[1])
    ->setAccessToken(getenv('UNIMICRO_TOKEN'))
    ->setApiKey('CompanyKey', getenv('UNIMICRO_COMPANY'))
    ->setBooleanFormatForQueryString(Configuration::BOOLEAN_FORMAT_STRING);
Configuration::setDefaultConfiguration($configuration);
// --8<-- [end:client]
$customers = new CustomersApi();
$status = new CustomerStatusApi();
$reports = new ReportsApi();

function tell(string $operation, mixed $read = null): void
{
    echo json_encode(['operation' => $operation, 'read' => $read], JSON_THROW_ON_ERROR), "\n";
}

$accepted = function () use ($customers, $status, $reports): void {
    $email = new Email(['email_address' => 'innkjop.soroya@example.no', 'description' => 'Innkjøp']);
    $relation = new BusinessRelation(['name' => 'Sørøya Testhandel AS', 'default_email' => $email]);
    $lead = new CustomerCreate(['info' => $relation, 'status_code' => CustomerStatus::PENDING]);
    tell('createCustomer', $customers->createCustomer($lead)->getId());
    $found = $customers->listCustomers(
        expand: 'Info,Info.DefaultEmail',
        filter: "StatusCode eq 30001 and startswith(Info.Name,'Åse & Sønn')",
        orderby: 'Info.Name asc',
        top: 10,
        skip: 20,
        hateoas: false,
    );
    tell('listCustomers', $found[0]->getOrgNumber());
    // --8<-- [start:action]
    $status->changeCustomers(ChangeCustomersAction::ACTIVATE, 1042);
    // --8<-- [end:action]
    tell('activateCustomer');
    $status->changeCustomers(ChangeCustomersAction::DEACTIVATE, 1042);
    tell('deactivateCustomer');
    $status->changeCustomers(ChangeCustomersAction::BLOCK, 1042);
    tell('blockCustomer');
    tell('getCustomer', $customers->getCustomer(1042, expand: 'Info')->getInfo()->getName());
    tell('getNextCustomer', $customers->getCustomer(1042, GetCustomerAction::NEXT)->getStatusCode());
    tell('getPreviousCustomer', $customers->getCustomer(1042, GetCustomerAction::PREVIOUS)->getCustomerNumber());
    $change = new CustomerUpdate([
        'id' => 1042,
        'credit_days' => 30,
        'info' => new BusinessRelation(['id' => 2087, 'name' => 'Nordlys Regnskap og Rådgivning AS']),
    ]);
    tell('updateCustomer', $customers->updateCustomer(1042, $change)->getId());
    tell('deleteCustomer', $customers->deleteCustomer(1042)->getId());
    tell('listReportsByType', $reports->listReportsByType(ReportType::INVOICE)[0]->getDescription());
};

$refused = function () use ($customers): void {
    foreach (['deleteCustomer', 'getCustomer'] as $operation) {
        try {
            $customers->$operation(1042);
        } catch (ApiException $error) {
            tell($operation, json_decode($error->getResponseBody())->Message);
        }
    }
};

$codes = function () use ($customers): void {
    $customer = $customers->getCustomer(1042);
    tell('getCustomer', [$customer->getStatusCode(), $customer->getInfo()->getPhones()[0]->getType()]);
};

$list = function () use ($customers): void {
    $count = 0;
    foreach ($customers->listCustomers() as $customer) {
        $count++;
    }
    tell('listCustomers', $count);
};

$activate = function () use ($status): void {
    $status->changeCustomers(ChangeCustomersAction::ACTIVATE, 1042);
    tell('activateCustomer');
};

$back = function () use ($customers): void {
    $customers->updateCustomer(1042, new CustomerUpdate(['id' => 1042, 'info' => $customers->getCustomer(1042)->getInfo()]));
};

${$argv[2]}();
