package dev.mailcheck.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which hosts a mail links to, however the links are written. */
class LinksTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    See http://a.example/x, and HTTPS://B.Example:8443?q#f.    | a.example b.example
                    (http://a.example) <https://b.example/> "www.c.example"    | a.example b.example www.c.example
                    http://user:pw@evil.example/ http://good.example@evil2.example | evil.example evil2.example
                    http://a.example http://a.example/other                    | a.example
                    日本http://a.example/。http://b.example、                   | a.example b.example
                    http://192.0.2.1/ http://[2001:DB8::1]:80/ http://3221225985/ http://0xC0000201/ | 192.0.2.1 2001:db8::1
                    http:// http://? mailto:u@a.example ftp://b.example awww.c.example | ``
                    http://例え.テスト/                                         | xn--r8jz45g.xn--zckzah
                    http://a.example. http://a..example                        | a.example a..example
                    """)
    void inText(String text, String hosts) {
        assertThat(hosts("text/plain", text)).isEqualTo(hosts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    <a href="http://a.example/?x&amp;y">http://b.example</a>   | a.example b.example
                    <A HREF='HTTPS://A.example'><img src=http://b.example/p>    | a.example b.example
                    <a href="ht&#116;p&#x3A;//a.example">                       | a.example
                    <a href="ht~tp://a.exa~mple">                               | a.example
                    <a href=" //a.example/x">                                   | a.example
                    <a href="http:/\\a.example">                                | a.example
                    <a href="http://%61.example">                               | a.example
                    <a href="http&colon;&sol;&sol;a&period;example">            | a.example
                    <meta http-equiv=refresh content="0; url=http://a.example"> | a.example
                    <form action=http://a.example><body background="http://b.example"> | a.example b.example
                    <a href="/local"><a href="#x"><a href="javascript:x"><a href="mailto:u@a.example"> | ``
                    <!-- http://a.example --><a href="http://b.example          | b.example
                    text &lt;http://a.example&gt; 1 < 2 http://b.example        | a.example b.example
                    <a title="http://a.example" href=>x</a>                     | ``
                    """)
    void inHtml(String html, String hosts) {
        assertThat(hosts("text/html", html)).isEqualTo(hosts);
    }

    @Test
    void otherPartsAreNotLookedAt() {
        assertThat(hosts("application/pdf", "http://a.example")).isEmpty();
    }

    @Test
    void theNumberOfHostsHasALimit() {
        String text =
                IntStream.range(0, 300)
                        .mapToObj(i -> "http://h" + i + ".example ")
                        .collect(Collectors.joining());

        Links links = links("text/plain", text);

        assertThat(links.links()).hasSize(Links.MAX_HOSTS);
        assertThat(links.complete()).isFalse();
    }

    @Test
    void theSizeOfTheTextHasALimit() {
        Links links = links("text/plain", "x".repeat(Links.MAX_TEXT) + " http://a.example");

        assertThat(links.links()).isEmpty();
        assertThat(links.complete()).isFalse();
    }

    private static String hosts(String type, String content) {
        return links(type, content).links().stream()
                .map(Link::host)
                .collect(Collectors.joining(" "));
    }

    private static Links links(String type, String content) {
        String utf8 =
                new String(
                        content.replace("~", "\r\n").getBytes(StandardCharsets.UTF_8),
                        StandardCharsets.ISO_8859_1);
        RawMail mail = Mails.read("Content-Type: " + type + "; charset=utf-8\r\n\r\n" + utf8);
        return Links.of(mail, (MimeBody) MimeReading.of(mail));
    }
}
