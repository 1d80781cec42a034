package dev.mailcheck.functions.localstack;

/** The one stack that all tests share: its functions are warm after the first of them. */
final class Stacks {
    /** Where its mail door is. */
    static final String MAIL_DOMAIN = "check.example.net";

    private Stacks() {}

    /** As deployed by default, but open to all: nobody may use port 25, and mail is taken. */
    static LocalStack.Deployed plain(LocalStack localStack) {
        return localStack.stack(
                "plain",
                "SmtpProbes=None",
                "OpenAccess=true",
                "MailDomain=" + MAIL_DOMAIN,
                "NewsPatienceSeconds=90",
                "TlsPatienceSeconds=20");
    }
}
