package dev.mailcheck.world.dns;

import org.xbill.DNS.Message;

/** Whoever answers questions: an authoritative server or a resolver, before any fault. */
@FunctionalInterface
interface Answering {
    /** Answers a query that has exactly one question of class IN. */
    Message answer(Message query);
}
