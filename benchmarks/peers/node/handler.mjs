/*
 * Copyright 2026-present the Kindling authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { randomUUID } from "node:crypto";
import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";

// LLRT's SDK doesn't look for it in the environment by itself
const client = new DynamoDBClient({ endpoint: process.env.AWS_ENDPOINT_URL_DYNAMODB });
const TableName = process.env.EXAMPLE_TABLE_NAME;

export const handler = async ({ name }) => {
  const id = { S: randomUUID() };
  await client.send(new PutItemCommand({ TableName, Item: { id, name: { S: name } } }));
  const { Item } = await client.send(new GetItemCommand({ TableName, Key: { id } }));
  return { id: Item.id.S, name: Item.name.S };
};
