package dev.mailcheck.smtp;

import dev.mailcheck.smtp.LineReader.Line;

import java.util.Optional;

/**
 * Reads replies of one or more lines (RFC 5321, section 4.2.1). It has no clock: whoever owns the
 * connection closes it in time, and the reader then answers {@code CLOSED}.
 */
final class ReplyReader {
    private final LineReader lines;
    private final Transcript transcript;

    ReplyReader(LineReader lines, Transcript transcript) {
        this.lines = lines;
        this.transcript = transcript;
    }

    Answer read() {
        ReplyLines reply = new ReplyLines();
        Optional<Answer> answer = Optional.empty();
        while (answer.isEmpty()) {
            answer =
                    switch (lines.next()) {
                        case Line.Text(String line) -> {
                            transcript.server(line);
                            yield reply.add(line);
                        }
                        case Line.Broken(SmtpTrouble trouble) ->
                                Optional.of(new Answer.Failed(trouble));
                    };
        }
        return answer.get();
    }
}
