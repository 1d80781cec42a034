package dev.mailcheck.functions;

import dev.mailcheck.json.JsonText;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.Target;
import dev.mailcheck.service.CheckStarter;
import dev.mailcheck.store.StoredRun;

import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;

import java.time.Clock;

/** Starts a run as an execution of its name, which there is but one of. */
final class ExecutionStarter implements CheckStarter {
    private final SfnClient client;
    private final String stateMachine;
    private final CheckOptions options;
    private final Clock clock;

    /**
     * @param options of all checks of this installation
     * @param clock tells the time to judge by
     */
    ExecutionStarter(SfnClient client, String stateMachine, CheckOptions options, Clock clock) {
        this.client = client;
        this.stateMachine = stateMachine;
        this.options = options;
        this.clock = clock;
    }

    @Override
    public void start(StoredRun run) {
        ExecutionInput input =
                new ExecutionInput(
                        run.key(),
                        new Target(run.domain(), options),
                        clock.instant(),
                        run.earlier().orElse(""));
        String json = JsonText.of(JsonWire.jsonb().type(ExecutionInput.class), input);
        try {
            client.startExecution(r -> r.stateMachineArn(stateMachine).name(run.key()).input(json));
        } catch (ExecutionAlreadyExistsException startedBefore) {
            return;
        }
    }
}
