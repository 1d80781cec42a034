package dev.mailcheck.functions;

import dev.mailcheck.bot.Order;
import dev.mailcheck.bot.Orders;
import dev.mailcheck.bot.Seal;
import dev.mailcheck.functions.store.AwsClients;
import dev.mailcheck.json.JsonText;
import dev.mailcheck.store.Hashed;

import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;

import java.security.SecureRandom;
import java.util.Objects;

/**
 * Places an order as an execution that is named after its request, which there is but one of: to
 * start it is to remember it. Executions are kept, so the order is sealed.
 */
final class OrderStarter implements Orders {
    private static final String STATE_MACHINE = "MAILCHECK_SLACK_MACHINE";

    private final SfnClient client;
    private final String stateMachine;
    private final Seal seal;

    OrderStarter(SfnClient client, String stateMachine, Seal seal) {
        this.client = client;
        this.stateMachine = stateMachine;
        this.seal = seal;
    }

    /** By the template's variables. */
    static OrderStarter ofThisProcess(SlackPlace slack) {
        return new OrderStarter(
                AwsClients.ofThisProcess().stepFunctions(),
                Objects.requireNonNull(System.getenv(STATE_MACHINE), STATE_MACHINE),
                slack.seal(new SecureRandom()));
    }

    @Override
    public boolean place(String request, Order order) {
        SealedOrder sealed =
                new SealedOrder(
                        seal.closed(JsonText.of(JsonWire.jsonb().type(Order.class), order)));
        String input = JsonText.of(JsonWire.jsonb().type(SealedOrder.class), sealed);
        String name = Hashed.of(request).hex();
        try {
            client.startExecution(r -> r.stateMachineArn(stateMachine).name(name).input(input));
            return true;
        } catch (ExecutionAlreadyExistsException cameBefore) {
            return false;
        }
    }
}
