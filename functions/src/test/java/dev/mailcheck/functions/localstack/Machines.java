package dev.mailcheck.functions.localstack;

import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.StateMachineType;

import java.time.Duration;
import java.util.Map;

/** State machines made of the deployed ones, with some parts replaced. */
final class Machines {
    private static final String ROLE = "arn:aws:iam::000000000000:role/none";
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final SfnClient states;
    private final LocalStack.Deployed stack;

    Machines(SfnClient states, LocalStack.Deployed stack) {
        this.states = states;
        this.stack = stack;
    }

    private String definition(String arn) {
        return states.describeStateMachine(r -> r.stateMachineArn(arn)).definition();
    }

    /**
     * A whole check with other functions.
     *
     * @param replaced from logical names of functions to ARNs
     */
    String withFunctions(String name, Map<String, String> replaced) {
        String dns = definition(stack.resource("DnsProbesMachine"));
        String check = definition(stack.output("StateMachine"));
        for (Map.Entry<String, String> each : replaced.entrySet()) {
            String alias = alias(each.getKey());
            dns = dns.replace(alias, each.getValue());
            check = check.replace(alias, each.getValue());
        }
        String dnsArn = created(name + "-dns", dns, StateMachineType.EXPRESS);
        return created(
                name,
                check.replace(stack.resource("DnsProbesMachine"), dnsArn),
                StateMachineType.STANDARD);
    }

    private String created(String name, String definition, StateMachineType type) {
        return states.createStateMachine(
                        r -> r.name(name).definition(definition).roleArn(ROLE).type(type))
                .stateMachineArn();
    }

    /** The ARN of a function of the stack, as the state machines call it. */
    String alias(String function) {
        return stack.resource(function + "Aliaslive");
    }

    /** The deployed check itself becomes another, until what is returned is closed. */
    Restored changed(Map<String, String> replaced) {
        String arn = stack.output("StateMachine");
        String before = definition(arn);
        String changed = before;
        for (Map.Entry<String, String> each : replaced.entrySet()) {
            if (!before.contains(each.getKey())) {
                throw new IllegalArgumentException(each.getKey());
            }
            changed = changed.replace(each.getKey(), each.getValue());
        }
        update(arn, changed);
        return () -> update(arn, before);
    }

    private void update(String arn, String definition) {
        states.updateStateMachine(r -> r.stateMachineArn(arn).definition(definition));
    }

    /** Puts the deployed check back. */
    interface Restored extends AutoCloseable {
        @Override
        void close();
    }

    /** Runs it to its end. */
    DescribeExecutionResponse run(String machine, String name, String input) {
        String arn =
                states.startExecution(r -> r.stateMachineArn(machine).name(name).input(input))
                        .executionArn();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            DescribeExecutionResponse seen = states.describeExecution(r -> r.executionArn(arn));
            if (seen.status() != ExecutionStatus.RUNNING || System.nanoTime() > end) {
                return seen;
            }
            Client.pause();
        }
    }
}
