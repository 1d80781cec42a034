package dev.mailcheck.smtp;

/** What came of one step of a conversation. */
public sealed interface Answer {
    /** The server answered; whether that is good is for checks to judge. */
    record Replied(SmtpReply reply) implements Answer {}

    /** No reply came that could be read; the conversation is over. */
    record Failed(SmtpTrouble trouble) implements Answer {}
}
