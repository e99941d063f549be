// Reads two codes with openapi-fetch and the types that openapi-typescript makes. Argument: the address.
import createClient from "openapi-fetch";
import type { paths } from "./unimicro_client/schema";

const client = createClient<paths>({
  baseUrl: process.argv[2],
  headers: { Authorization: `Bearer ${process.env.UNIMICRO_TOKEN}`, CompanyKey: process.env.UNIMICRO_COMPANY },
});

async function read(): Promise<void> {
  const { data: customer } = await client.GET("/api/biz/customers/{id}", { params: { path: { id: 1042 } } });
  console.log(JSON.stringify({ operation: "getCustomer", read: [customer?.StatusCode, customer?.Info?.Phones?.[0].Type] }));
}

void read();
