package dev.mailcheck.functions;

import dev.mailcheck.bot.Order;
import dev.mailcheck.bot.Orders;
import dev.mailcheck.bot.Seal;
import dev.mailcheck.functions.store.AwsClients;
import dev.mailcheck.json.JsonText;
import dev.mailcheck.store.Hashed;

import java.security.SecureRandom;
import java.util.Objects;

/**
 * Places an order as an execution that is named after its request, which there is but one of: to
 * start it is to remember it. Executions are kept, so the order is sealed.
 */
final class OrderStarter implements Orders {
    private static final String STATE_MACHINE = "MAILCHECK_SLACK_MACHINE";

    private final Executions executions;
    private final Seal seal;

    OrderStarter(Executions executions, Seal seal) {
        this.executions = executions;
        this.seal = seal;
    }

    /** By the template's variables. */
    static OrderStarter ofThisProcess(SlackPlace slack) {
        return new OrderStarter(
                new Executions(
                        AwsClients.ofThisProcess().stepFunctions(),
                        Objects.requireNonNull(System.getenv(STATE_MACHINE), STATE_MACHINE)),
                slack.seal(new SecureRandom()));
    }

    @Override
    public boolean place(String request, Order order) {
        SealedOrder sealed =
                new SealedOrder(
                        seal.closed(JsonText.of(JsonWire.jsonb().type(Order.class), order)));
        return executions.start(Hashed.of(request).hex(), SealedOrder.class, sealed);
    }
}
