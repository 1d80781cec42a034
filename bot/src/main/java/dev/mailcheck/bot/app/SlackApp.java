package dev.mailcheck.bot.app;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;

import dev.mailcheck.bot.Person;
import dev.mailcheck.bot.SlackAddresses;
import dev.mailcheck.bot.SlackDesk;
import dev.mailcheck.bot.Visit;
import dev.mailcheck.bot.message.Button;
import dev.mailcheck.bot.message.Message;
import dev.mailcheck.bot.message.Say;
import dev.mailcheck.bot.message.SlackBlocks;
import dev.mailcheck.json.JsonText;
import dev.mailcheck.report.Language;
import dev.mailcheck.store.StoreException;

import io.avaje.jsonb.Jsonb;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** One app behind both ways in: what Bolt reads out of requests goes to the desk, and back. */
public final class SlackApp {
    /** Under which the way in says where our pages are; what a client sends there is taken off. */
    static final String BASE = "x-mailcheck-base";

    private static final Pattern ANY_COMMAND = Pattern.compile("/.+");

    private final SlackDesk desk;
    private final Jsonb jsonb;
    private final Optional<URI> base;
    private final Language usual;
    private final Consumer<RuntimeException> faults;

    private SlackApp(
            SlackDesk desk,
            Jsonb jsonb,
            Optional<URI> base,
            Language usual,
            Consumer<RuntimeException> faults) {
        this.desk = desk;
        this.jsonb = jsonb;
        this.base = base;
        this.usual = usual;
        this.faults = faults;
    }

    /**
     * What the app is made of.
     *
     * @param base where our pages are, unless the request says so
     * @param faults hears of faults of ours
     */
    public record Parts(
            SlackDesk desk,
            SlackAddresses addresses,
            Optional<URI> base,
            Language usual,
            Jsonb jsonb,
            Consumer<RuntimeException> faults) {}

    /**
     * Makes it. That needs no network. Signatures are looked at before a request gets here ({@link
     * SignedRequests}); Bolt's own check goes by no clock that can be handed in, compares as texts
     * are compared, and takes times that are to come.
     */
    public static App of(Parts parts) {
        SlackConfig slack = new SlackConfig();
        slack.setMethodsEndpointUrlPrefix(parts.addresses().api().toString());
        slack.setStatsEnabled(false);
        AppConfig config = AppConfig.builder().slack(Slack.getInstance(slack)).build();
        config.setRequestVerificationEnabled(false);
        App app = new App(config);
        SlackApp ours =
                new SlackApp(
                        parts.desk(), parts.jsonb(), parts.base(), parts.usual(), parts.faults());
        app.command(ANY_COMMAND, (request, context) -> ours.command(request));
        for (Button.Action action : Button.Action.values()) {
            app.blockAction(action.id(), (request, context) -> ours.pressed(action, request));
        }
        return app;
    }

    private Response command(SlashCommandRequest request) {
        SlashCommandPayload payload = request.getPayload();
        try {
            Visit visit =
                    new Visit(
                            new Person(
                                    payload.getTeamId(),
                                    payload.getUserId(),
                                    payload.getChannelId()),
                            payload.getResponseUrl(),
                            payload.getTriggerId(),
                            base(request));
            String text = payload.getText() == null ? "" : payload.getText();
            return desk.command(visit, payload.getCommand(), text, whole(request))
                    .map(this::said)
                    .orElseGet(Response::ok);
        } catch (RuntimeException fault) {
            told(fault);
            return said(Message.of(Say.in(usual).of("unavailable")));
        }
    }

    private Response pressed(Button.Action action, BlockActionRequest request) {
        BlockActionPayload payload = request.getPayload();
        try {
            Visit visit =
                    new Visit(
                            new Person(
                                    payload.getTeam().getId(),
                                    payload.getUser().getId(),
                                    payload.getContainer().getChannelId()),
                            payload.getResponseUrl(),
                            payload.getTriggerId(),
                            base(request));
            String value = payload.getActions().getFirst().getValue();
            desk.pressed(visit, action, value == null ? "" : value, whole(request));
            return Response.ok();
        } catch (RuntimeException fault) {
            told(fault);
            return Response.builder().statusCode(503).build();
        }
    }

    private static String whole(Request<?> request) {
        return request.getRequestBodyAsString();
    }

    private Optional<URI> base(Request<?> request) {
        String named =
                request.getHeaders() == null ? null : request.getHeaders().getFirstValue(BASE);
        return Optional.ofNullable(named).map(URI::create).or(() -> base);
    }

    /** A store that does not answer is no fault of ours. */
    private void told(RuntimeException fault) {
        if (!(fault instanceof StoreException)) {
            faults.accept(fault);
        }
    }

    private Response said(Message message) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("response_type", "ephemeral");
        json.putAll(SlackBlocks.message(message));
        return Response.builder()
                .statusCode(200)
                .contentType(Response.CONTENT_TYPE_APPLICATION_JSON_UTF8)
                .body(JsonText.of(jsonb.type(Object.class), json))
                .build();
    }
}
