// Reads two codes with the functions that orval makes. Argument: the URL.
import axios from "axios";
import { getCustomer } from "./unimicro_client/client";

axios.defaults.baseURL = process.argv[2];
axios.defaults.headers.common.Authorization = `Bearer ${process.env.UNIMICRO_TOKEN}`;
axios.defaults.headers.common.CompanyKey = process.env.UNIMICRO_COMPANY;

async function read(): Promise<void> {
  const { data: customer } = await getCustomer(1042);
  console.log(JSON.stringify({ operation: "getCustomer", read: [customer.StatusCode, customer.Info?.Phones?.[0].Type] }));
}

void read();
