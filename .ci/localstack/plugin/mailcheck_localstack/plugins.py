"""The entry points that LocalStack finds by their groups. Nothing is imported before it is asked for."""

from localstack.runtime.server import RuntimeServer
from localstack.runtime.server.core import RuntimeServerPlugin
from localstack.services.lambda_.invocation.plugins import RuntimeExecutorPlugin
from localstack.services.plugins import Service, aws_provider


class ProcessExecutorPlugin(RuntimeExecutorPlugin):
    """Runs Java functions as child processes."""

    name = "process"

    def load(self, *args, **kwargs):
        from .executor import ProcessExecutor

        return ProcessExecutor


class LoopbackServerPlugin(RuntimeServerPlugin):
    """The stock server listens on all interfaces, whatever address it is given."""

    name = "loopback"

    def load(self, *args, **kwargs) -> RuntimeServer:
        from .server import LoopbackServer

        return LoopbackServer()


@aws_provider(api="dynamodb", name="memory")
def dynamodb_in_memory():
    """moto's tables, in LocalStack's own process: no DynamoDB Local, whose licence not everybody may take."""
    from localstack.services.moto import MotoFallbackDispatcher

    from .dynamodb import InMemoryDynamoDB

    return Service.for_provider(InMemoryDynamoDB(), dispatch_table_factory=MotoFallbackDispatcher)
