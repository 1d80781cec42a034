package dev.mailcheck.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.avaje.jsonb.Jsonb;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;
import java.util.Optional;

/** What Slack, or something on the way to it, may answer, and whether it is worth another try. */
class SlackWebTest {
    private static final String METHOD = "chat.postMessage";

    @ParameterizedTest
    @CsvSource({
        "200, '{\"ok\":true}', Done",
        "200, '{\"ok\":false,\"error\":\"token_revoked\"}', Never",
        "200, '{}', Never",
        "200, '<html>a proxy</html>', Later",
        "200, '{\"ok\":', Later",
        "200, 'null', Later",
        "200, '[]', Later",
        "200, '', Later",
        "404, '', Never",
        "429, '', Later",
        "500, '', Later"
    })
    void whatIsNotKnownForGoodIsTriedAgain(int status, String body, String outcome) {
        try (SlackStub slack = SlackStub.open(0)) {
            slack.replies("/api/" + METHOD, status, body);

            assertThat(web(slack).call(METHOD, Map.of()).getClass().getSimpleName())
                    .isEqualTo(outcome);
        }
    }

    @Test
    void aSlackThatIsNotReachedIsTriedAgain() {
        SlackStub slack = SlackStub.open(0);
        SlackWeb web = web(slack);
        slack.close();

        assertThat(web.call(METHOD, Map.of())).isInstanceOf(SlackWeb.Later.class);
    }

    private static SlackWeb web(SlackStub slack) {
        return new SlackWeb(slack.addresses(), Optional.of(SlackStub.BOT_TOKEN), Jsonb.instance());
    }
}
