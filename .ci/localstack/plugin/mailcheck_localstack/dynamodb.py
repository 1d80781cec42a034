"""DynamoDB by moto. Its tables know no lock, so writes take turns: conditional ones have to."""

import threading

from localstack.aws.api import RequestContext, ServiceRequest, handler
from localstack.aws.api.dynamodb import DynamodbApi
from localstack.services.moto import call_moto
from localstack.services.plugins import ServiceLifecycleHook

_turn = threading.Lock()


class InMemoryDynamoDB(DynamodbApi, ServiceLifecycleHook):
    @handler("PutItem", expand=False)
    def put_item(self, context: RequestContext, request: ServiceRequest, **kwargs):
        return _in_turn(context)

    @handler("UpdateItem", expand=False)
    def update_item(self, context: RequestContext, request: ServiceRequest, **kwargs):
        return _in_turn(context)

    @handler("DeleteItem", expand=False)
    def delete_item(self, context: RequestContext, request: ServiceRequest, **kwargs):
        return _in_turn(context)

    @handler("TransactWriteItems", expand=False)
    def transact_write_items(self, context: RequestContext, request: ServiceRequest, **kwargs):
        return _in_turn(context)


def _in_turn(context: RequestContext):
    with _turn:
        return call_moto(context)
