"""LocalStack's web server, bound to the address it was told and to no other."""

import faulthandler
import signal

from botocore.config import Config
from localstack import config
from localstack.aws.connect import connect_to
from localstack.runtime.server.twisted import TwistedRuntimeServer
from rolo.gateway import Gateway
from rolo.serving.twisted import TwistedGateway
from twisted.internet import endpoints, reactor

LONGEST_INVOCATION = 900


class LoopbackServer(TwistedRuntimeServer):
    def register(self, gateway: Gateway, listen: list[config.HostAndPort], ssl_creds=None):
        faulthandler.register(signal.SIGUSR1)  # where every thread is, into the log
        # LocalStack calls itself. By default it asks again after a minute, so that a function that
        # starts slowly on a busy machine is started up to five times while its caller waits.
        connect_to._config = connect_to._config.merge(Config(read_timeout=LONGEST_INVOCATION))
        site = TwistedGateway(gateway)
        for address in listen:
            endpoints.TCP4ServerEndpoint(reactor, address.port, interface=address.host).listen(site)
