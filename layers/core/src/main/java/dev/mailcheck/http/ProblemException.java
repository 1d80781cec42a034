package dev.mailcheck.http;

import java.time.Duration;
import java.util.Optional;

/** Ends the work on a request; {@link Routes} makes an answer of it. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final String detail;
    private final transient Optional<Duration> retryAfter;

    private ProblemException(Problem problem, String detail, Optional<Duration> retryAfter) {
        super(detail, null, false, false);
        this.problem = problem;
        this.detail = detail;
        this.retryAfter = retryAfter;
    }

    /**
     * With what is wrong in one line of English.
     *
     * @param detail without a character that came with the request, unless it is made fit to show
     */
    static ProblemException of(Problem problem, String detail) {
        return new ProblemException(problem, detail, Optional.empty());
    }

    static ProblemException later(Problem problem, String detail, Duration retryAfter) {
        return new ProblemException(problem, detail, Optional.of(retryAfter));
    }

    Problem problem() {
        return problem;
    }

    String detail() {
        return detail;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
