package dev.mailcheck.functions.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.functions.store.S3Mails.Rule;

import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.util.Map;

/**
 * The mail door from the mail in the bucket to the last report. LocalStack keeps receipt rules and
 * configuration sets without acting on them, so the test does what SES would: it puts the mail,
 * sends the event, reads the answer, and tells what became of it.
 */
@WithLocalStack
class MailOnLocalStackTest {
    private static final String CHECK = "check@" + Stacks.MAIL_DOMAIN;
    private static final String SOUND = "192.0.2.10";

    private final Client client;
    private final Post post;

    MailOnLocalStackTest(LocalStack localStack) {
        LocalStack.Deployed stack = Stacks.plain(localStack);
        this.client = new Client(localStack, stack);
        this.post = new Post(localStack, stack);
    }

    @Test
    void aMailIsAnsweredOnceHoweverOftenItIsToldAndTheDeliveryProvesTls() {
        long before = post.executions();
        String event = post.arrives(Rule.ANY, CHECK, SOUND);
        for (int i = 0; i < 10; i++) {
            post.tells(event);
        }
        String answer = post.answers(1).getFirst();
        String page = Post.page(answer);
        String run = post.run(page);

        assertThat(answer)
                .contains("Auto-Submitted: auto-replied")
                .contains("In-Reply-To:")
                .contains("filename=\"report.json\"");
        assertThat(post.report(client, page, "\"checks\""))
                .contains("\"sound.example\"", "PORT_25_CLOSED_HERE", "SPF_MAIL_PASSES")
                .contains("DNSSEC", "OUTBOUND_TLS_NOT_WRITTEN_DOWN")
                .doesNotContain("INBOUND_TLS_ANSWER_DELIVERED");

        for (int i = 0; i < 3; i++) {
            post.news("ses-answer-delivered.json", run);
            post.news("ses-answer-sent.json", run);
        }
        post.report(client, page, "INBOUND_TLS_ANSWER_DELIVERED");
        assertThat(post.end(run)).isEqualTo("SUCCEEDED");
        assertThat(post.answers()).hasSize(1);
        assertThat(post.executions()).isEqualTo(before + 1);
    }

    @Test
    void anAnswerThatComesBackGoesOnceMoreWithoutTheCondition() {
        post.tells(post.arrives(Rule.ANY, CHECK, SOUND));
        String page = Post.page(post.answers(1).getFirst());
        String run = post.run(page);
        post.news("ses-answer-delayed.json", run);
        post.news("ses-answer-bounced.json", run);

        String second = post.answers(2).getLast();
        assertThat(post.end(run)).isEqualTo("SUCCEEDED");
        assertThat(post.answers()).hasSize(2);
        assertThat(post.report(client, Post.page(second), "INBOUND_TLS_ANSWER_NOT_DELIVERED"))
                .contains("ANSWER_RETURNED");
    }

    @Test
    void aForgedMailToAPageFillsItAndIsNotAnswered() {
        Map<String, Object> opened = opened();
        String page = (String) Client.part(opened, "id");
        post.tells(post.arrives(Rule.ANY, address(opened, "any"), "203.0.113.66"));

        post.report(client, page, "OUTBOUND_TLS_NO_ENCRYPTED_MAIL");
        assertThat(post.end(post.run(page))).isEqualTo("SUCCEEDED");
        assertThat(post.answers()).isEmpty();
    }

    @Test
    void oneTimeAddressesFillTheirPageAndTheOneForEncryptedMailProvesTls() {
        Map<String, Object> opened = opened();
        String page = (String) Client.part(opened, "id");
        assertThat(client.get("/checks/" + page, "application/json").statusCode()).isEqualTo(202);

        post.tells(post.arrives(Rule.ANY, address(opened, "any"), SOUND));
        post.report(client, page, "OUTBOUND_TLS_NOT_WRITTEN_DOWN");
        post.tells(post.arrives(Rule.TLS, address(opened, "tlsOnly"), SOUND));

        assertThat(post.report(client, page, "TLS_TOLD_BY_ADDRESS"))
                .contains("OUTBOUND_TLS_VERSION_NOT_WRITTEN_DOWN");
    }

    @Test
    void whereNoMailComesOverTlsThatIsAWarningAfterAWhile() {
        Map<String, Object> opened = opened();
        String page = (String) Client.part(opened, "id");
        post.tells(post.arrives(Rule.ANY, address(opened, "any"), SOUND));

        post.report(client, page, "OUTBOUND_TLS_NO_ENCRYPTED_MAIL");
        HttpResponse<String> shown = client.get("/checks/" + page + "?lang=ja", "text/html");
        assertThat(shown.body()).contains("暗号化されたメールだけを受け取るアドレスには届いていません");
    }

    private Map<String, Object> opened() {
        HttpResponse<String> answer = client.post("/mail-checks", "{\"lang\":\"en\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Client.json(answer.body());
    }

    @SuppressWarnings("unchecked")
    private static String address(Map<String, Object> opened, String kind) {
        return Client.part((Map<String, String>) Client.part(opened, "addresses"), kind);
    }
}
