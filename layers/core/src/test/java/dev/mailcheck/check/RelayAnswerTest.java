package dev.mailcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.smtp.SmtpReply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Replies to recipients that are not the server's, as mail servers of many makers word them. */
class RelayAnswerTest {
    private static final Set<String> OURS = Set.of("203.0.113.9");

    private static RelayAnswer answer(String reply) {
        String[] parts = reply.split(" ", 2);
        List<String> lines = List.of(parts[1].split(" / "));
        return RelayAnswer.of(new SmtpReply(Integer.parseInt(parts[0]), lines), OURS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Postfix
                "554 5.7.1 <mailcheck-probe@probe.example>: Relay access denied",
                "454 4.7.1 <mailcheck-probe@probe.example>: Relay access denied",
                "554 5.7.1 <mailcheck-probe@probe.example>: Recipient address rejected: Access"
                        + " denied",
                "554 5.7.1 <mailcheck-probe@probe.example>: Recipient address rejected: Relay"
                        + " access denied",
                // Exim, cPanel
                "550 relay not permitted",
                "550 relay not permitted, authentication required",
                "550 mail.host.example [203.0.113.9]:49152 is currently not permitted to / relay"
                    + " through this server. Perhaps you have not logged into the pop/imap / server"
                    + " in the last 30 minutes or do not have SMTP Authentication turned on / in"
                    + " your email client.",
                // Sendmail
                "550 5.7.1 <mailcheck-probe@probe.example>... Relaying denied",
                "550 5.7.1 <mailcheck-probe@probe.example>... Relaying denied. Proper"
                        + " authentication required.",
                // Exchange, Exchange Online, IIS
                "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain",
                "550 5.7.1 Unable to relay",
                "550 5.7.1 Unable to relay for mailcheck-probe@probe.example",
                "550 5.7.64 TenantAttribution; Relay Access Denied [ValidationStatus of '' is"
                        + " EmptyCertificate]",
                "550 5.4.1 Recipient address rejected: Access denied. AS(201806281)"
                        + " [DB5EUR03FT032.eop-EUR03.prod.protection.outlook.com]",
                "550 5.4.1 Relay Access Denied",
                // qmail and its descendants
                "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
                "553 5.7.1 sorry, that domain isn't in my list of allowed rcpthosts; no valid cert"
                        + " for gatewaying (#5.7.1)",
                // Courier, Stalwart, Haraka, James, Kerio, Domino, Zoho, MDaemon, Groupwise
                "513 Relaying denied.",
                "550 5.1.2 Relay not allowed.",
                "550 I cannot deliver mail for {mailcheck-probe@probe.example}",
                "550 5.7.1 Requested action not taken: relaying denied",
                "550 5.7.1 Relaying to <mailcheck-probe@probe.example> denied (authentication"
                        + " required)",
                "554 Relay rejected for policy reasons.",
                "553 Relaying disallowed as mailcheck@probe.example",
                "550 5.7.1 Relaying not allowed",
                "550 Mail Relay not allowed",
                "550 we do not relay",
                "551 User not local; please try <mailcheck-probe@probe.example>",
                "551 not our customer",
                // hMailServer, MailEnable, others for users only
                "530 SMTP authentication is required.",
                "530 5.7.0 Authentication required",
                "550 Delivery is not allowed to this address.",
                "503 This mail server requires authentication when attempting to send to a"
                    + " non-local e-mail address. Please check your mail client settings or contact"
                    + " your administrator to verify that the domain or address is defined for this"
                    + " server.",
                "550 5.7.1 You are not allowed to send mail to that address: authentication"
                        + " required",
                "550 5.7.1 / 5.7.1 you are trying to use me [server-5.tower.example] as a relay,"
                    + " but I have not been / configured to let you [203.0.113.9, probe.example] do"
                    + " this."
            })
    void refusesToRelay(String reply) {
        assertThat(answer(reply)).isEqualTo(RelayAnswer.RELAYING_DENIED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "250 2.1.5 Ok | ACCEPTED",
                "251 2.1.5 User not local; will forward to <mailcheck-probe@probe.example> |"
                        + " ACCEPTED",
                "252 2.1.5 Cannot verify, but will take it | ACCEPTED",
                // about us
                "554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using"
                        + " zen.spamhaus.org | ABOUT_US",
                "550 5.7.1 Relaying denied. IP name lookup failed [203.0.113.9] | ABOUT_US",
                "550 5.7.1 Relaying denied. IP name possibly forged [203.0.113.9] | ABOUT_US",
                "550 relaying denied: you are listed as an open relay | ABOUT_US",
                "554 5.7.1 <unknown[203.0.113.9]>: Client host rejected: Access denied | ABOUT_US",
                "554 5.7.1 <probe.example>: Helo command rejected: Host not found | ABOUT_US",
                "550 5.7.25 [203.0.113.9] The IP address sending this message does not have a PTR"
                        + " record | ABOUT_US",
                "550 nothing of 203.0.113.9 is wanted | ABOUT_US",
                "550 5.7.606 Access denied, banned sending IP | ABOUT_US",
                "550 Your host is not allowed to relay | ABOUT_US",
                "554 5.7.0 Rejected: reputation too low for relaying | ABOUT_US",
                // about the sender
                "553 5.7.1 <mailcheck@probe.example>: Sender address rejected: not logged in |"
                        + " ABOUT_SENDER",
                "550 5.1.8 <mailcheck@probe.example>: Sender address rejected: Domain not found |"
                        + " ABOUT_SENDER",
                "553 5.1.8 mailcheck does not exist | ABOUT_SENDER",
                "550 5.7.23 <x>: Recipient address rejected: Message rejected due to: SPF fail -"
                        + " not authorized | ABOUT_SENDER",
                "550 5.7.26 Unauthenticated email is not accepted | ABOUT_SENDER",
                "550 Sender verify failed | HEARSAY",
                // about the domain of the recipient
                "550 5.1.2 <mailcheck-probe@probe.example>: Recipient address rejected: Domain not"
                        + " found | ABOUT_DOMAIN",
                "553 5.1.2 We weren't able to find the recipient domain. | ABOUT_DOMAIN",
                "556 5.1.10 <mailcheck-probe@probe.example>: Recipient address rejected: Domain"
                        + " probe.example does not accept mail (nullMX) | ABOUT_DOMAIN",
                "556 5.1.10 no | ABOUT_DOMAIN",
                "550 5.1.2 bad destination system address | ABOUT_DOMAIN",
                "550 5.1.1 Recipient address rejected: Domain not found | ABOUT_DOMAIN",
                "550 Unrouteable address | UNROUTABLE",
                // a mailbox that is not there
                "550 5.1.1 <mailcheck-probe%probe.example@sound.example>: Recipient address"
                        + " rejected: User unknown in local recipient table | NO_SUCH_MAILBOX",
                "550 5.1.1 <mailcheck-probe@probe.example>: Recipient address rejected: User"
                        + " unknown in relay recipient table | NO_SUCH_MAILBOX",
                "550 5.1.1 <mailcheck-probe@probe.example>: Recipient address rejected: User"
                        + " unknown in virtual mailbox table | NO_SUCH_MAILBOX",
                "550 5.1.1 The email account that you tried to reach does not exist. |"
                        + " NO_SUCH_MAILBOX",
                "550 Invalid recipient: <mailcheck-probe@probe.example> | NO_SUCH_MAILBOX",
                "550 5.1.2 Mailbox does not exist. | NO_SUCH_MAILBOX",
                "550 #5.1.0 Address rejected. | NO_SUCH_MAILBOX",
                "550 No such recipient here | NO_SUCH_MAILBOX",
                "550 5.1.1 Address does not exist. | NO_SUCH_MAILBOX",
                // a form that is not taken
                "501 5.1.3 Bad recipient address syntax | MALFORMED",
                "550 restricted characters in address | MALFORMED",
                "555 5.5.2 Syntax error, goodbye | MALFORMED",
                "501 <@mx.sound.example:mailcheck-probe@probe.example>: source routes are not taken"
                        + " | MALFORMED",
                "553 5.1.3 <mailcheck-probe@probe.example@sound.example>... Invalid route address |"
                        + " MALFORMED",
                // what another server said
                "550 5.1.1 <mailcheck-probe@probe.example>: Recipient address rejected:"
                    + " undeliverable address: host mx.probe.example[192.0.2.25] said: 550 5.7.1"
                    + " Relaying denied | HEARSAY",
                "550 Callout verification failed: 550 relay not permitted | HEARSAY",
                // later
                "450 4.2.0 Greylisted, please come back | LATER",
                "451 4.7.1 Greylisting in action, please try again | LATER",
                "450 4.7.1 Relaying temporarily denied. Cannot resolve PTR record for 203.0.113.9 |"
                        + " LATER",
                "454 4.7.1 Relaying denied for now, try later | LATER",
                "421 4.7.0 Too many errors | LATER",
                "354 go ahead | LATER",
                // who knows
                "550 Administrative prohibition | UNCLEAR",
                "550 5.7.1 Access denied | UNCLEAR",
                "554 5.7.1 Rejected for policy reasons | UNCLEAR",
                "550 5.7.1 <user@relay.example>: Rejected | UNCLEAR",
                "503 5.5.1 Bad sequence of commands | UNCLEAR"
            })
    void means(String reply, RelayAnswer expected) {
        assertThat(answer(reply)).isEqualTo(expected);
    }

    @Test
    void theWordRelayInAnAddressThatIsRepeatedIsNotTheServers() {
        for (String repeated :
                List.of(
                        "<relay-test@relay.example>",
                        "relay@relay.example",
                        "relay.example",
                        "\"relay test\"@relay.example")) {
            assertThat(answer("550 5.7.1 " + repeated + " rejected"))
                    .isNotEqualTo(RelayAnswer.RELAYING_DENIED);
        }
    }

    @Test
    void aHostileReplyCostsNoTime() {
        String endless = "a".repeat(51_200);
        SmtpReply reply =
                new SmtpReply(550, List.of(endless, "<".repeat(51_200), "!".repeat(9_999)));

        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> RelayAnswer.of(reply, OURS));
    }
}
