package dev.mailcheck.functions;

import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.Target;
import dev.mailcheck.service.CheckStarter;
import dev.mailcheck.store.StoredRun;

import java.time.Clock;

/** Starts the checks of domains. */
final class ExecutionStarter implements CheckStarter {
    private final Executions executions;
    private final CheckOptions options;
    private final Clock clock;

    /**
     * @param options of all checks of this installation
     * @param clock tells the time to judge by
     */
    ExecutionStarter(Executions executions, CheckOptions options, Clock clock) {
        this.executions = executions;
        this.options = options;
        this.clock = clock;
    }

    /** For functions that start no runs. */
    static CheckStarter none() {
        return run -> {
            throw new IllegalStateException("runs are started elsewhere");
        };
    }

    @Override
    public void start(StoredRun run) {
        ExecutionInput input =
                new ExecutionInput(
                        run.key(),
                        new Target(run.domain(), options),
                        clock.instant(),
                        run.earlier().orElse(""));
        executions.start(run.key(), ExecutionInput.class, input);
    }
}
