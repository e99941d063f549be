<?php
// Reads two codes with the PHP client that openapi-generator makes. Argument: the URL.

use OpenAPI\Client\Api\CustomersApi;
use OpenAPI\Client\Configuration;

Configuration::getDefaultConfiguration()
    ->setHost($argv[1])
    ->setAccessToken(getenv('UNIMICRO_TOKEN'))
    ->setApiKey('CompanyKey', getenv('UNIMICRO_COMPANY'));
$customer = (new CustomersApi())->getCustomer(1042);
$read = [$customer->getStatusCode(), $customer->getInfo()->getPhones()[0]->getType()];
echo json_encode(['operation' => 'getCustomer', 'read' => $read]), "\n";
