package dev.mailcheck.world.smtp;

import dev.mailcheck.world.net.Workers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Carries out what a host does at a stage: the stated act, or else the sensible reply. */
final class SmtpActs {
    private static final int SHUTTING_DOWN = 421;

    private final Map<SmtpStage, SmtpAct> acts;
    private final Workers workers;

    SmtpActs(Map<SmtpStage, SmtpAct> acts, Workers workers) {
        this.acts = acts;
        this.workers = workers;
    }

    /** Returns the reply that stands in the place of the sensible one, if it is a reply. */
    Optional<SmtpReply> said(SmtpStage stage) {
        return acts.get(stage) instanceof SmtpAct.Say say
                ? Optional.of(say.reply())
                : Optional.empty();
    }

    /** Does it and tells whether the session goes on. */
    boolean perform(SmtpStage stage, SmtpReply sensible, SmtpWire wire) throws IOException {
        SmtpAct act = acts.getOrDefault(stage, new SmtpAct.Say(sensible));
        return switch (act) {
            case SmtpAct.Say say -> say(say.reply(), wire);
            case SmtpAct.Late late -> {
                workers.sleep(late.delay());
                yield say(sensible, wire);
            }
            case SmtpAct.Silent s -> true;
            case SmtpAct.Raw raw -> {
                wire.send(raw.bytes());
                yield true;
            }
            case SmtpAct.Drip drip -> drip(drip, wire);
            case SmtpAct.Flood flood -> flood(flood, wire);
            case SmtpAct.HangUp h -> false;
        };
    }

    private static boolean say(SmtpReply reply, SmtpWire wire) throws IOException {
        wire.send(reply.wire(wire.client()));
        return reply.code() != SHUTTING_DOWN;
    }

    /** Ends only by the client's hanging up. */
    private boolean drip(SmtpAct.Drip drip, SmtpWire wire) throws IOException {
        while (true) {
            for (int i = 0; i < drip.text().length(); i++) {
                wire.send(drip.text().substring(i, i + 1));
                workers.sleep(drip.interval());
            }
        }
    }

    /** Ends only by the client's hanging up. */
    private static boolean flood(SmtpAct.Flood flood, SmtpWire wire) throws IOException {
        byte[] much = flood.text().repeat(100).getBytes(StandardCharsets.ISO_8859_1);
        while (true) {
            wire.send(much);
        }
    }
}
