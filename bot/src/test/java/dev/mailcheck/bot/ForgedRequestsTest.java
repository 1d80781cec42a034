package dev.mailcheck.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.bot.app.SignedRequests;
import dev.mailcheck.report.Language;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests that are not Slack's, and Slack's that come again. */
class ForgedRequestsTest {
    private final Room room = new Room(Language.EN);

    /** One request of each kind, made of a good one. */
    enum Forgery {
        NO_SIGNATURE {
            @Override
            void forge(Map<String, String> headers, String body, long now) {
                headers.remove("x-slack-signature");
            }
        },
        NO_TIME {
            @Override
            void forge(Map<String, String> headers, String body, long now) {
                headers.remove("x-slack-request-timestamp");
            }
        },
        EMPTY_SIGNATURE {
            @Override
            void forge(Map<String, String> headers, String body, long now) {
                headers.put("x-slack-signature", "");
            }
        },
        ANOTHER_SECRET {
            @Override
            void forge(Map<String, String> headers, String body, long now) {
                headers.putAll(Requests.signed("another", now, body));
            }
        },
        ANOTHER_BODY {
            @Override
            void forge(Map<String, String> headers, String body, long now) {
                headers.putAll(Requests.signed(Requests.SECRET, now, body + "&text=evil.example"));
            }
        },
        ANOTHER_VERSION {
            @Override
            void forge(Map<String, String> headers, String body, long now) {
                headers.compute(
                        "x-slack-signature", (name, v) -> "v1" + String.valueOf(v).substring(2));
            }
        },
        IN_CAPITALS {
            @Override
            void forge(Map<String, String> headers, String body, long now) {
                headers.compute(
                        "x-slack-signature",
                        (name, v) -> String.valueOf(v).toUpperCase(Locale.ROOT));
            }
        },
        CUT_SHORT {
            @Override
            void forge(Map<String, String> headers, String body, long now) {
                headers.compute(
                        "x-slack-signature", (name, v) -> String.valueOf(v).substring(0, 40));
            }
        },
        ONE_BIT {
            @Override
            void forge(Map<String, String> headers, String body, long now) {
                headers.compute(
                        "x-slack-signature",
                        (name, v) -> {
                            String good = String.valueOf(v);
                            char last = good.charAt(good.length() - 1);
                            return good.substring(0, good.length() - 1) + (last == '0' ? '1' : '0');
                        });
            }
        },
        TOO_OLD {
            @Override
            void forge(Map<String, String> headers, String body, long now) {
                headers.putAll(Requests.signed(Requests.SECRET, now - 301, body));
            }
        },
        YET_TO_COME {
            @Override
            void forge(Map<String, String> headers, String body, long now) {
                headers.putAll(Requests.signed(Requests.SECRET, now + 301, body));
            }
        },
        A_YEAR_TO_COME {
            @Override
            void forge(Map<String, String> headers, String body, long now) {
                headers.putAll(Requests.signed(Requests.SECRET, now + 31_536_000, body));
            }
        },
        TIME_THAT_IS_NO_NUMBER {
            @Override
            void forge(Map<String, String> headers, String body, long now) {
                headers.put("x-slack-request-timestamp", "now");
                headers.put("x-slack-signature", Requests.signature(Requests.SECRET, "now", body));
            }
        },
        TIME_THAT_OVERFLOWS {
            @Override
            void forge(Map<String, String> headers, String body, long now) {
                String time = "99999999999999999999";
                headers.put("x-slack-request-timestamp", time);
                headers.put("x-slack-signature", Requests.signature(Requests.SECRET, time, body));
            }
        },
        TIME_BELOW_ZERO {
            @Override
            void forge(Map<String, String> headers, String body, long now) {
                headers.putAll(Requests.signed(Requests.SECRET, -now, body));
            }
        };

        abstract void forge(Map<String, String> headers, String body, long now);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private String command() {
        return Requests.form(
                Requests.command(Room.ALICE, "sound.example", room.slack.responseUrl()));
    }

    @ParameterizedTest
    @EnumSource
    void aForgedRequestIsNotTakenAndStartsNothing(Forgery forgery) {
        String body = command();
        Map<String, String> headers =
                new HashMap<>(Requests.signed(Requests.SECRET, room.now(), body));
        forgery.forge(headers, body, room.now());

        assertThat(room.sends(body, headers).status()).isEqualTo(401);
        assertThat(room.started).isEmpty();
    }

    @Test
    void withinFiveMinutesItIsTaken() {
        room.holds(true);
        for (long skew : new long[] {-300, 300}) {
            String body = command();
            Map<String, String> headers = Requests.signed(Requests.SECRET, room.now() + skew, body);
            assertThat(room.sends(body, headers).status()).isEqualTo(200);
        }
    }

    @Test
    void whatIsTooLongIsNotEvenLookedAt() {
        String body = "text=" + "x".repeat(300_000);

        assertThat(room.sends(body).status()).isEqualTo(413);
    }

    @Test
    void whatIsSignedAndNoRequestOfSlackIsAnsweredAndNothingElse() {
        for (String body : new String[] {"", "x", "payload=", "payload=%7B%7D", "a=b&c", "%%%"}) {
            assertThat(room.sends(body).status()).as(body).isBetween(200, 499);
        }
        assertThat(room.started).isEmpty();
    }

    @Test
    void aThousandReplaysInFiveThreadsAreOneRun() throws InterruptedException {
        room.holds(true);
        String body = command();
        Map<String, String> headers = Requests.signed(Requests.SECRET, room.now(), body);
        AtomicInteger answered = new AtomicInteger();
        AtomicInteger told = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
            for (int i = 0; i < 1_000; i++) {
                threads.execute(() -> {
                    SignedRequests.Reply reply = room.sends(body, headers);
                    if (reply.status() == 200) {
                        answered.incrementAndGet();
                    }
                    if (reply.body().contains("sound.example")) {
                        told.incrementAndGet();
                    }
                });
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(120, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(answered).hasValue(1_000);
        assertThat(told).hasValue(1);
        assertThat(room.started).hasSize(1);
    }

    @Test
    void aRetryOfSlackWithANewSignatureStartsNothing() {
        room.holds(true);
        String body = command();
        room.sends(body);
        room.passes(Duration.ofSeconds(5));
        Map<String, String> retry =
                new HashMap<>(Requests.signed(Requests.SECRET, room.now(), body));
        retry.put("x-slack-retry-num", "1");
        retry.put("x-slack-retry-reason", "http_timeout");

        assertThat(room.sends(body, retry).status()).isEqualTo(200);
        assertThat(room.started).hasSize(1);
    }

    @Test
    void anAnswersAddressThatIsNotSlacksIsNeverCalled() {
        String url = "http://127.0.0.1:1/hooks/x";
        for (String text :
                new String[] {
                    url,
                    "https://hooks.slack.com.evil.example/x",
                    "https://evil.example/hooks.slack.com",
                    "https://hooks.slack.com@evil.example/",
                    "https://hooks.slack.com:8443/x",
                    "http://hooks.slack.com/x",
                    "file:///etc/passwd",
                    "https://169.254.169.254/",
                    "\u0000",
                    ""
                }) {
            assertThat(SlackAddresses.SLACK.responseUrl(text)).as(text).isEmpty();
        }
        assertThat(SlackAddresses.SLACK.responseUrl("https://hooks.slack.com/commands/T0001/1/abc"))
                .contains(URI.create("https://hooks.slack.com/commands/T0001/1/abc"));

        room.types(Room.ALICE, "parked.example", "http://127.0.0.1:1/hooks/x");
        assertThat(room.slack.await(sent -> sent.to().equals("/api/chat.postMessage")).json())
                .containsEntry("channel", Room.ALICE);
    }
}
