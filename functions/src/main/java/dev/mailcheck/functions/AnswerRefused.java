package dev.mailcheck.functions;

/** SES will never take this answer, or there is none any more: the run ends without. */
final class AnswerRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    AnswerRefused(String why) {
        super(why);
    }
}
