package dev.mailcheck.functions.localstack;

/** The one stack that all tests share: its functions are warm after the first of them. */
final class Stacks {
    private Stacks() {}

    /** As deployed by default, but open to all: nobody may use port 25. */
    static LocalStack.Deployed plain(LocalStack localStack) {
        return localStack.stack("plain", "SmtpProbes=None", "OpenAccess=true");
    }
}
