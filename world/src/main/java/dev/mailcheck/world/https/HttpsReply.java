package dev.mailcheck.world.https;

import dev.mailcheck.world.net.Workers;
import dev.mailcheck.world.tls.TlsLink;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends what a host answers. */
final class HttpsReply {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String END = "\r\nConnection: close\r\n\r\n";
    private static final Duration DRIP = Duration.ofSeconds(1);

    private final InputStream in;
    private final OutputStream out;
    private final Workers workers;

    HttpsReply(TlsLink link, Workers workers) {
        this.in = link.in();
        this.out = link.out();
        this.workers = workers;
    }

    void send(HttpsAct act) throws IOException {
        switch (act) {
            case HttpsAct.Page page -> page(page);
            case HttpsAct.Redirect redirect ->
                    write("HTTP/1.1 302 Found\r\nLocation: " + redirect.location() + END);
            case HttpsAct.DripBody drip -> drip(drip.body());
            case HttpsAct.EndlessBody endless -> {
                write(OK + "Content-Type: text/plain" + END);
                forever(endless.text());
            }
            case HttpsAct.EndlessHeader e -> {
                write(OK);
                forever("X-More: and more\r\n");
            }
            case HttpsAct.Raw raw -> write(raw.bytes());
            case HttpsAct.Endless endless -> {
                write(endless.bytes());
                forever(endless.repeated());
            }
            case HttpsAct.Silent s -> waitForTheEnd();
        }
    }

    private void page(HttpsAct.Page page) throws IOException {
        byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
        write("HTTP/1.1 " + page.status() + " Status\r\n");
        write("Content-Type: " + page.contentType() + "\r\n");
        write("Content-Length: " + body.length + END);
        out.write(body);
        out.flush();
    }

    private void drip(String body) throws IOException {
        write(OK + "Content-Type: text/plain" + END);
        for (int i = 0; i < body.length(); i++) {
            write(body.substring(i, i + 1));
            workers.sleep(DRIP);
        }
    }

    /** Ends only by the client's hanging up. */
    private void forever(String text) throws IOException {
        String much = text.repeat(100);
        while (true) {
            write(much);
        }
    }

    private void waitForTheEnd() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
