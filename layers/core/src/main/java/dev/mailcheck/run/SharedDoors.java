package dev.mailcheck.run;

import dev.mailcheck.dns.QuestionPool;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.probe.Port25;

import java.time.Duration;

/**
 * What the checks of one run share: no question to the DNS goes out twice, and the hosts at port 25
 * see one visitor with one visitor's manners. Must be closed before the process ends, after the
 * checks.
 */
public final class SharedDoors implements AutoCloseable {
    /** Each question ends by itself within seconds, and each check by its own deadline. */
    private static final Duration NO_END = Duration.ofDays(365);

    private final QuestionPool questions;
    private final Port25 port25;

    private SharedDoors(QuestionPool questions, Port25 port25) {
        this.questions = questions;
        this.port25 = port25;
    }

    /** Opens them for checks in these surroundings. */
    public static SharedDoors open(Surroundings surroundings) {
        return open(surroundings, new Port25());
    }

    /**
     * Opens them for one run of many in a process.
     *
     * @param port25 what this run shares with the others
     */
    public static SharedDoors open(Surroundings surroundings, Port25 port25) {
        return new SharedDoors(
                new QuestionPool(Deadline.in(NO_END), surroundings.random()), port25);
    }

    QuestionPool questions() {
        return questions;
    }

    Port25 port25() {
        return port25;
    }

    @Override
    public void close() {
        questions.close();
    }
}
