package dev.mailcheck.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mailcheck.bot.Order;
import dev.mailcheck.bot.Payload;
import dev.mailcheck.bot.Person;
import dev.mailcheck.bot.Requests;
import dev.mailcheck.bot.SlackStub;
import dev.mailcheck.bot.Visit;
import dev.mailcheck.bot.message.Button;
import dev.mailcheck.check.CheckId;
import dev.mailcheck.check.Status;
import dev.mailcheck.json.JsonText;
import dev.mailcheck.report.Language;
import dev.mailcheck.store.MemoryStores;
import dev.mailcheck.store.StoredRun;
import dev.mailcheck.store.Stores;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is behind Slack's acknowledgement, without a state machine. */
class SlackWorkFunctionTest {
    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final String NEXT = "fedcba9876543210fedcba9876543210";

    private final SlackStub slack = SlackStub.open(0);
    private final Stores stores = new MemoryStores(Clock.systemUTC()).stores();
    private final List<StoredRun> started = new ArrayList<>();
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final SlackPlace place =
            new SlackPlace(
                    slack.addresses(),
                    Requests.SECRET,
                    Optional.of(SlackStub.BOT_TOKEN),
                    Language.EN);
    private final SlackWorkFunction work =
            new SlackWorkFunction(
                    stores,
                    started::add,
                    place,
                    Map.of(),
                    new LogLines(
                            new PrintStream(logged, true, StandardCharsets.UTF_8),
                            Clock.systemUTC()),
                    Clock.systemUTC());

    @AfterEach
    void close() {
        slack.close();
        assertThat(slack.complaints()).isEmpty();
        assertThat(logged.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private Visit visit() {
        return new Visit(
                new Person("T0001", "UALICE", "C0001"),
                slack.responseUrl(),
                "1.2",
                Optional.empty());
    }

    private void works(Order order) throws IOException {
        String json = JsonText.of(JsonWire.jsonb().type(Order.class), order);
        works(place.seal(new SecureRandom()).closed(json));
    }

    private void works(String sealed) throws IOException {
        work.handleRequest(
                in("{\"order\":\"" + sealed + "\"}"),
                new ByteArrayOutputStream(),
                Contexts.of(20_000));
    }

    private static ByteArrayInputStream in(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    private void tells(String json) throws IOException {
        new TellSlackFunction(stores, place)
                .handleRequest(in(json), new ByteArrayOutputStream(), Contexts.of(20_000));
    }

    private static boolean to(SlackStub.Sent sent, Visit visit) {
        return visit.responseUrl().endsWith(sent.to());
    }

    @Test
    void anOrderStartsARunOnceAlsoWhenItIsDoneAgain() throws IOException {
        Order order =
                new Order.Checks(
                        visit(), Language.EN, List.of(new Order.Asked("sound.example", ID)));
        works(order);
        works(order);

        assertThat(started).isNotEmpty().allMatch(run -> run.equals(started.getFirst()));
        assertThat(slack.sent()).isEmpty();
    }

    @Test
    void whoPressedProgressIsToldHalfWayWhatIsJudged() throws IOException {
        works(
                new Order.Checks(
                        visit(), Language.EN, List.of(new Order.Asked("sound.example", ID))));
        Visit press = visit();
        works(new Order.Press(press, Language.EN, Button.Action.PROGRESS, ID, NEXT));
        String run = started.getFirst().key();
        stores.results().started(run, 12);
        stores.results().judged(run, Map.of(CheckId.SPF, Status.PASS));

        tells("{\"run\":\"" + run + "\",\"what\":\"half-way\"}");
        tells("{\"run\":\"" + run + "\",\"what\":\"half-way\"}");

        assertThat(slack.sent()).hasSize(2).allMatch(sent -> to(sent, press));
        assertThat(Payload.shown(slack.sent().getLast().json())).contains("1 of ");
    }

    @Test
    void whereNoMailIsReceivedThatIsSaid() throws IOException {
        Visit visit = visit();
        works(new Order.TestMail(visit, Language.JA));

        assertThat(slack.sent()).singleElement().matches(sent -> to(sent, visit));
    }

    @Test
    void aRehearsalTellsNobody() {
        work.rehearse();

        assertThat(slack.sent()).isEmpty();
    }

    @Test
    void whatIsNoOrderOfOursIsNotDone() {
        assertThatThrownBy(() -> works("AAAA")).isInstanceOf(IllegalArgumentException.class);
        assertThat(started).isEmpty();
    }
}
