// Reads two codes with the axios client that openapi-generator makes. Argument: the URL.
import { Configuration, CustomersApi } from "./unimicro_client";

const configuration = new Configuration({
  basePath: process.argv[2],
  accessToken: process.env.UNIMICRO_TOKEN,
  apiKey: process.env.UNIMICRO_COMPANY,
});

async function read(): Promise<void> {
  const { data: customer } = await new CustomersApi(configuration).getCustomer(1042);
  console.log(JSON.stringify({ operation: "getCustomer", read: [customer.StatusCode, customer.Info?.Phones?.[0].Type] }));
}

void read();
