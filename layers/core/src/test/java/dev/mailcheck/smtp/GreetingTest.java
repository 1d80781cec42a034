package dev.mailcheck.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

class GreetingTest {
    @ParameterizedTest
    @CsvSource({
        "220, READY",
        "221, GARBAGE",
        "250, GARBAGE",
        "354, GARBAGE",
        "421, CLOSING",
        "420, TEMPORARY",
        "450, TEMPORARY",
        "521, NO_MAIL_HERE",
        "554, REJECTED",
        "550, PERMANENT",
        "556, PERMANENT"
    })
    void theCodeSaysHowWeAreReceived(int code, Greeting greeting) {
        assertThat(Greeting.of(new Answer.Replied(new SmtpReply(code, List.of("")))))
                .isEqualTo(greeting);
    }

    @ParameterizedTest
    @EnumSource(SmtpTrouble.class)
    void noTroubleIsARefusal(SmtpTrouble trouble) {
        assertThat(Greeting.of(new Answer.Failed(trouble)))
                .isIn(Greeting.SILENT, Greeting.CLOSED, Greeting.GARBAGE);
    }
}
