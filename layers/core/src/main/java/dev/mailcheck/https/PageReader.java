package dev.mailcheck.https;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.BasicHttpTransportMetrics;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.impl.io.IdentityInputStream;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Reads one reply (RFC 9112): header within bounds, and of a reply with status 200 a body of at
 * most 64 KiB. Nothing is followed, unpacked or thrown; how long it may take is for the owner of
 * the stream to say.
 */
final class PageReader {
    /** Bytes of a body (RFC 8461, section 3.3). */
    static final int MAX_BODY = 65_536;

    private static final int MAX_LINE = 16_384;
    private static final int MAX_FIELDS = 100;

    /** Interim replies, such as 103, before the one that counts. */
    private static final int MAX_INTERIM = 5;

    private static final Http1Config BOUNDS =
            Http1Config.custom()
                    .setMaxLineLength(MAX_LINE)
                    .setMaxHeaderCount(MAX_FIELDS)
                    .setMaxEmptyLineCount(1)
                    .build();

    private final FirstBytes input;
    private final SessionInputBufferImpl buffer =
            new SessionInputBufferImpl(new BasicHttpTransportMetrics(), 8192, -1, MAX_LINE, null);

    PageReader(InputStream input) {
        this.input = new FirstBytes(input);
    }

    Page read() {
        try {
            ClassicHttpResponse response = response();
            PageReply reply = reply(response);
            return reply.status() == HttpStatus.SC_OK ? withBody(reply, response) : Page.of(reply);
        } catch (IOException | HttpException | RuntimeException broken) {
            return Page.troubled(trouble(broken));
        }
    }

    /** The first that is not an interim one. */
    private ClassicHttpResponse response() throws IOException, HttpException {
        DefaultHttpResponseParser parser = new DefaultHttpResponseParser(BOUNDS);
        for (int interim = 0; interim <= MAX_INTERIM; interim++) {
            ClassicHttpResponse response = parser.parse(buffer, input);
            // The parser takes a header that breaks off for a whole one.
            if (response == null || input.ended()) {
                throw new EOFException("no whole header");
            }
            if (response.getCode() >= HttpStatus.SC_SUCCESS) {
                return response;
            }
        }
        throw new HttpException("nothing but interim replies");
    }

    private static PageReply reply(ClassicHttpResponse response) {
        return new PageReply(
                response.getCode(),
                field(response, "Content-Type"),
                field(response, "Location"),
                field(response, "Content-Encoding"),
                List.of());
    }

    private static Optional<String> field(ClassicHttpResponse response, String name) {
        return Optional.ofNullable(response.getFirstHeader(name))
                .map(Header::getValue)
                .map(String::strip);
    }

    private Page withBody(PageReply reply, ClassicHttpResponse response) {
        try {
            byte[] body = body(response).readNBytes(MAX_BODY + 1);
            return body.length > MAX_BODY
                    ? Page.of(reply).troubledBy(PageTrouble.BODY_TOO_LONG)
                    : Page.of(reply.withBody(new String(body, StandardCharsets.UTF_8)));
        } catch (IOException | HttpException | RuntimeException broken) {
            return Page.of(reply).troubledBy(trouble(broken));
        }
    }

    private InputStream body(ClassicHttpResponse response) throws HttpException {
        long length = DefaultContentLengthStrategy.INSTANCE.determineLength(response);
        if (length == ContentLengthStrategy.CHUNKED) {
            return new ChunkedInputStream(buffer, input, BOUNDS);
        }
        return length == ContentLengthStrategy.UNDEFINED
                ? new IdentityInputStream(buffer, input)
                : new ContentLengthInputStream(buffer, input, length);
    }

    private PageTrouble trouble(Exception broken) {
        if (input.areNotHttp1()) {
            return input.areHttp2() ? PageTrouble.HTTP2_ONLY : PageTrouble.NOT_HTTP;
        }
        return switch (broken) {
            case MessageConstraintException tooLong -> PageTrouble.HEADER_TOO_LONG;
            case TruncatedChunkException cutOff -> PageTrouble.CUT_OFF;
            case MalformedChunkCodingException malformed -> PageTrouble.NOT_HTTP;
            case IOException gone -> PageTrouble.CUT_OFF;
            default -> input.ended() ? PageTrouble.CUT_OFF : PageTrouble.NOT_HTTP;
        };
    }
}
