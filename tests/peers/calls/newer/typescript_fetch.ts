// Reads two codes with the fetch client that openapi-generator makes. Argument: the URL.
import { Configuration, CustomersApi } from "./unimicro_client";

const configuration = new Configuration({
  basePath: process.argv[2],
  accessToken: process.env.UNIMICRO_TOKEN,
  apiKey: process.env.UNIMICRO_COMPANY,
});

async function read(): Promise<void> {
  const customer = await new CustomersApi(configuration).getCustomer({ id: 1042 });
  console.log(JSON.stringify({ operation: "getCustomer", read: [customer.StatusCode, customer.Info?.Phones?.[0].Type] }));
}

void read();
