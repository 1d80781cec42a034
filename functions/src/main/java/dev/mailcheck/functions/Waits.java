package dev.mailcheck.functions;

import dev.mailcheck.store.Claims;
import dev.mailcheck.store.StoredRun;

import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/**
 * Runs that wait for something from outside. The token stands in the store before that can happen,
 * and whoever puts it there looks once more whether it has happened, so no news is lost between.
 */
final class Waits {
    private final Claims claims;
    private final SfnClient states;

    /** What is waited for. */
    enum For {
        /** What became of the answer. */
        ANSWER,
        /** The mail to the address that takes encrypted mail only. */
        TLS
    }

    Waits(Claims claims, SfnClient states) {
        this.claims = claims;
        this.states = states;
    }

    /** From now on this token wakes the run, and none from before. */
    void expect(StoredRun run, For what, String token) {
        claims.replace(key(run, what), token, run.expiresAt());
    }

    /** Wakes the run if it waits for this; to wake one that is awake does nothing. */
    void happened(StoredRun run, For what) {
        claims.holder(key(run, what)).ifPresent(this::wake);
    }

    private void wake(String token) {
        try {
            states.sendTaskSuccess(r -> r.taskToken(token).output("{}"));
        } catch (TaskDoesNotExistException | TaskTimedOutException | InvalidTokenException awake) {
            return;
        }
    }

    private static String key(StoredRun run, For what) {
        return "mail-wait/" + run.key() + "/" + what;
    }
}
