package dev.mailcheck.functions;

/**
 * Somebody began to send the answer and did not tell how it ended. SES may have taken it, and then
 * says so soon: the run asks again later.
 */
final class AnswerInDoubt extends RuntimeException {
    private static final long serialVersionUID = 1;

    AnswerInDoubt() {
        super("it is not known whether the answer was sent");
    }
}
