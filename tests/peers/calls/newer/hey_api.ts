// Reads two codes with the client that @hey-api/openapi-ts makes. Argument: the address.
import { client } from "./unimicro_client/client.gen";
import { getCustomer } from "./unimicro_client";

client.setConfig({
  baseUrl: process.argv[2],
  auth: (scheme) => (scheme.scheme === "bearer" ? process.env.UNIMICRO_TOKEN : process.env.UNIMICRO_COMPANY),
});

async function read(): Promise<void> {
  const { data: customer } = await getCustomer({ path: { id: 1042 }, throwOnError: true });
  console.log(JSON.stringify({ operation: "getCustomer", read: [customer.StatusCode, customer.Info?.Phones?.[0].Type] }));
}

void read();
