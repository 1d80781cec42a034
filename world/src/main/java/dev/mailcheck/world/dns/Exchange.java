package dev.mailcheck.world.dns;

import dev.mailcheck.world.dns.DnsFault.OverTcp;

import org.xbill.DNS.Message;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One question and what is going to be sent for it, while faults are applied to it. */
final class Exchange {
    private final Message query;
    private final Question question;
    private final List<byte[]> before = new ArrayList<>();
    private Message reply;
    private Duration delay = Duration.ZERO;
    private OverTcp overTcp = OverTcp.ANSWERS;
    private boolean silent;

    Exchange(Message query, Question question, Message reply) {
        this.query = query;
        this.question = question;
        this.reply = reply;
    }

    Message query() {
        return query;
    }

    Question question() {
        return question;
    }

    Message reply() {
        return reply;
    }

    void reply(Message other) {
        reply = other;
    }

    /** Sends these bytes ahead of the reply. */
    void before(byte[] datagram) {
        before.add(datagram);
    }

    void garbage(String text) {
        before(text.getBytes(StandardCharsets.ISO_8859_1));
        silent = true;
    }

    void silent() {
        silent = true;
    }

    void delay(Duration longer) {
        delay = delay.plus(longer);
    }

    Duration delay() {
        return delay;
    }

    void overTcp(OverTcp manner) {
        overTcp = manner;
    }

    OverTcp overTcp() {
        return overTcp;
    }

    /** Returns what to send, in order, cut to so many bytes with TC set. */
    List<byte[]> wires(int maxBytes) {
        List<byte[]> wires = new ArrayList<>(before);
        if (!silent) {
            wires.add(reply.toWire(maxBytes));
        }
        return wires;
    }
}
