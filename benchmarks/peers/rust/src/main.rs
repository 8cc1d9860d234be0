// Copyright 2026-present the Kindling authors.
//
// Licensed under the Apache License, Version 2.0 (the "License");
// you may not use this file except in compliance with the License.
// You may obtain a copy of the License at
//
//      https://www.apache.org/licenses/LICENSE-2.0
//
// Unless required by applicable law or agreed to in writing, software
// distributed under the License is distributed on an "AS IS" BASIS,
// WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
// See the License for the specific language governing permissions and
// limitations under the License.

//! The reference workload on `lambda_runtime` and `aws-sdk-dynamodb`.

use aws_sdk_dynamodb::{Client, types::AttributeValue};
use lambda_runtime::{Error, LambdaEvent, service_fn};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Deserialize)]
struct Request {
    name: String,
}

#[derive(Serialize)]
struct Response {
    id: String,
    name: String,
}

async fn handle(client: &Client, table: &str, request: Request) -> Result<Response, Error> {
    let id = AttributeValue::S(Uuid::new_v4().to_string());
    client
        .put_item()
        .table_name(table)
        .item("id", id.clone())
        .item("name", AttributeValue::S(request.name))
        .send()
        .await?;
    let found = client.get_item().table_name(table).key("id", id).send().await?;
    let item = found.item.ok_or("the item is gone")?;
    let text = |attribute: &str| {
        item.get(attribute)
            .and_then(|value| value.as_s().ok())
            .cloned()
            .ok_or_else(|| format!("the item has no {attribute}"))
    };
    Ok(Response { id: text("id")?, name: text("name")? })
}

#[tokio::main]
async fn main() -> Result<(), Error> {
    let table = std::env::var("EXAMPLE_TABLE_NAME")?;
    let client = Client::new(&aws_config::load_from_env().await);
    lambda_runtime::run(service_fn(|event: LambdaEvent<Request>| handle(&client, &table, event.payload))).await
}
