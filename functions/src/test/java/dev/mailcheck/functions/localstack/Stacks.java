package dev.mailcheck.functions.localstack;

import dev.mailcheck.bot.Requests;
import dev.mailcheck.bot.SlackStub;

/** The one stack that all tests share: its functions are warm after the first of them. */
final class Stacks {
    /** Where its mail door is. */
    static final String MAIL_DOMAIN = "check.example.net";

    private Stacks() {}

    /**
     * As deployed by default, but open to all, with Slack, and mail is taken: nobody may use port
     * 25.
     */
    static LocalStack.Deployed plain(LocalStack localStack) {
        return localStack.stack(
                "plain",
                "SmtpProbes=None",
                "OpenAccess=true",
                "MailDomain=" + MAIL_DOMAIN,
                "NewsPatienceSeconds=90",
                "TlsPatienceSeconds=20",
                "SlackSigningSecret=" + Requests.SECRET,
                "SlackBotToken=" + SlackStub.BOT_TOKEN);
    }
}
