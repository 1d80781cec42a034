package dev.mailcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.smtp.SmtpReply;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** Replies to RCPT: which speak of the mailbox, and which of us. */
class MailboxVerdictTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "250 | 2.1.5 Ok | ACCEPTED",
                "251 | will forward | ACCEPTED",
                "252 | cannot verify | ACCEPTED",
                "550 | 5.1.1 No such user here | REFUSED",
                "550 | 5.1.1 <postmaster@example>: Recipient address rejected | REFUSED",
                "550 | 5.2.1 mailbox disabled | REFUSED",
                "550 | No such user | REFUSED",
                "553 | unknown recipient | REFUSED",
                "550 | 5.7.1 Client host blocked using a list | NOT_KNOWN",
                "550 | 5.7.1 Relaying denied | NOT_KNOWN",
                "550 | 5.1.8 Sender domain does not exist | NOT_KNOWN",
                "550 | 5.1.2 bad destination system | NOT_KNOWN",
                "554 | unknown client, blocked | NOT_KNOWN",
                "550 | administrative prohibition | NOT_KNOWN",
                "450 | 4.2.0 Greylisted | NOT_KNOWN",
                "421 | 4.3.2 later | NOT_KNOWN",
                "452 | 4.2.2 mailbox full | NOT_KNOWN"
            })
    void onlyWhatIsSaidOfTheMailboxCounts(int code, String text, MailboxVerdict verdict) {
        assertThat(MailboxVerdict.of(new SmtpReply(code, List.of(text)))).isEqualTo(verdict);
    }
}
