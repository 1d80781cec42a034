package dev.mailcheck.smtp;

import dev.mailcheck.net.Connection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One conversation with a server, command by command; it never sends DATA. Each step ends by its
 * limit and by the connection's deadline. After a step has failed the conversation is over: the
 * connection is closed, and further steps fail alike.
 */
public final class SmtpConversation implements AutoCloseable {
    private static final String CRLF = "\r\n";

    private final Connection connection;
    private final SmtpLimits limits;
    private final Transcript transcript;
    private final StepTimer timer;
    private LineReader replies;
    private OutputStream output;
    private Runnable goodbye = () -> {};
    private boolean over;

    public SmtpConversation(Connection connection, SmtpLimits limits, Transcript transcript) {
        this.connection = connection;
        this.limits = limits;
        this.transcript = transcript;
        this.timer = new StepTimer(connection);
        this.replies = new LineReader(connection.input());
        this.output = connection.output();
    }

    /** Waits for the server's first reply. */
    public Answer greeting() {
        return hear(limits.banner());
    }

    /** Sends one command line and waits for its reply. */
    public Answer command(String line) {
        return say(line, limits.command());
    }

    /**
     * Sends command lines in one go and waits for their replies (RFC 2920, section 3.1), for all of
     * them together as long as for one: whoever makes us wait for each reply gets fewer.
     *
     * @return a reply for each line from the first; none behind 421, or behind what failed
     */
    public List<Answer> commands(List<String> lines) {
        if (over) {
            return List.of(new Answer.Failed(SmtpTrouble.CLOSED));
        }
        lines.forEach(transcript::client);
        return timer.within(limits.command(), () -> exchanged(lines));
    }

    private List<Answer> exchanged(List<String> lines) {
        List<Answer> answers = new ArrayList<>();
        Optional<Answer> broken = sent(String.join(CRLF, lines) + CRLF);
        while (broken.isEmpty() && answers.size() < lines.size() && !saysGoodbye(answers)) {
            Answer answer = judged(new ReplyReader(replies, transcript).read());
            answers.add(answer);
            broken = Optional.of(answer).filter(Answer.Failed.class::isInstance);
        }
        return answers.isEmpty() ? broken.stream().toList() : answers;
    }

    private static boolean saysGoodbye(List<Answer> answers) {
        return !answers.isEmpty()
                && answers.getLast() instanceof Answer.Replied(SmtpReply reply)
                && reply.code() == 421;
    }

    /** Says goodbye, unless the conversation is already over, and hangs up. */
    public void quit() {
        if (!over) {
            say("QUIT", limits.quit());
            goodbye.run();
        }
        close();
    }

    /** The same without waiting for the server's goodbye. */
    public void leave() {
        if (!over) {
            transcript.client("QUIT");
            sent("QUIT" + CRLF);
            goodbye.run();
        }
        close();
    }

    private Answer say(String line, Duration limit) {
        if (over) {
            return new Answer.Failed(SmtpTrouble.CLOSED);
        }
        transcript.client(line);
        return sent(line + CRLF).orElseGet(() -> hear(limit));
    }

    /** Nothing, or why it could not be sent. */
    private Optional<Answer> sent(String text) {
        try {
            output.write(text.getBytes(StandardCharsets.UTF_8));
            output.flush();
            return Optional.empty();
        } catch (IOException closed) {
            return Optional.of(over(timer.whyClosed()));
        }
    }

    private Answer hear(Duration limit) {
        return judged(timer.within(limit, () -> new ReplyReader(replies, transcript).read()));
    }

    private Answer judged(Answer answer) {
        return answer instanceof Answer.Failed(SmtpTrouble trouble)
                ? over(trouble == SmtpTrouble.CLOSED ? timer.whyClosed() : trouble)
                : answer;
    }

    private Answer over(SmtpTrouble trouble) {
        transcript.note(trouble.name());
        close();
        return new Answer.Failed(trouble);
    }

    /**
     * Lets {@code handshake} speak TLS over the bare connection, within the limit for handshakes.
     * What had arrived in clear before it began was thrown away by {@link #discardArrived}.
     */
    public <T> T handshake(Handshake<T> handshake) {
        return timer.within(
                limits.handshake(), () -> handshake.run(connection.input(), connection.output()));
    }

    /** A TLS handshake over the streams of a connection; it throws nothing. */
    public interface Handshake<T> {
        T run(InputStream input, OutputStream output);
    }

    /**
     * From now on the conversation goes through these streams, which the handshake made.
     *
     * @param goodbye what to do after QUIT
     */
    public void continueOver(InputStream input, OutputStream output, Runnable goodbye) {
        this.replies = new LineReader(input);
        this.output = output;
        this.goodbye = goodbye;
    }

    /**
     * Throws away what the server sent without being asked, and says whether there was any (RFC
     * 3207, section 6).
     */
    public boolean discardArrived() {
        return replies.discardArrived();
    }

    /** What a connection that broke off in a step of ours means. */
    public SmtpTrouble whyClosed() {
        return timer.whyClosed();
    }

    /** Hangs up without a word. */
    @Override
    public void close() {
        over = true;
        connection.close();
    }
}
