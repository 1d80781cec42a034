package dev.mailcheck.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.functions.PostOffice.Way;
import dev.mailcheck.functions.store.S3Mails.Rule;
import dev.mailcheck.store.Crashing;
import dev.mailcheck.store.RunStatus;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A function that dies behind any step is called again; what SES has of it SES tells. */
class MailCrashTest {
    private static final String ID = "4b2o7q1h3r5t8v0x2z4c6e8g0i2k4m6o8q0s2u4w";
    private static final String SAMPLE_RUN = "mail-0123456789abcdef0123456789abcdef";

    private interface Step {
        void taken() throws IOException;
    }

    private static final class Machine {
        private final Crashing crashing;
        private final MailByHand door;

        Machine(Crashing crashing) {
            this.crashing = crashing;
            this.door = new MailByHand(crashing);
        }

        void take(Step step) throws IOException {
            try {
                step.taken();
            } catch (Crashing.Crash died) {
                crashing.startsAnew();
                if (!door.sent.isEmpty()) {
                    news("ses-answer-sent.json");
                }
                door.later(Sending.DOUBT);
                step.taken();
            }
        }

        void news(String name) throws IOException {
            door.news(MailByHand.event(name).replace(SAMPLE_RUN, door.onlyRun()));
        }

        void wholeWay() throws IOException {
            door.put(
                    Rule.ANY,
                    ID,
                    Files.readAllBytes(
                            Path.of(
                                    System.getProperty("mailcheck.root", ".."),
                                    "events",
                                    "ses-mail.eml")));
            take(() -> door.arrival(MailByHand.event("ses-mail-to-any.json")));
            String run = door.onlyRun();
            take(() -> door.look(run));
            take(() -> door.report(run));
            take(() -> door.answer(run, "token"));
            take(() -> news("ses-answer-delivered.json"));
            take(() -> door.report(run, ""));
        }
    }

    @Test
    void whereverAFunctionDiesThereIsOneReportAndOneReply() throws IOException {
        int crashes = 0;
        boolean died = true;
        for (int steps = 0; died; steps++) {
            Crashing crashing = new Crashing(steps);
            Machine machine = new Machine(crashing);
            machine.wholeWay();
            died = crashing.happened();
            crashes += died ? 1 : 0;

            MailByHand door = machine.door;
            assertThat(door.sent).as("after " + steps).containsExactly(Way.OVER_TLS);
            assertThat(door.started()).as("after " + steps).hasSize(1);
            assertThat(door.woken()).as("after " + steps).isNotEmpty();
            assertThat(door.reportJson(door.onlyRun(), "en"))
                    .as("after " + steps)
                    .contains("INBOUND_TLS_ANSWER_DELIVERED");
            assertThat(door.parts().stores().results().run(door.onlyRun()).orElseThrow().status())
                    .as("after " + steps)
                    .isEqualTo(RunStatus.DONE);
        }
        assertThat(crashes).isGreaterThan(30);
    }
}
