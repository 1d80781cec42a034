package dev.mailcheck.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.stream.Collectors;

/** The author domain, and what may mislead about it. */
class AuthorsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    From: u@A.Example.                                     | a.example | ``
                    From: u@a.example, v@a.example                         | a.example | SEVERAL_AUTHORS
                    From: u@a.example, v@b.example                         | -         | SEVERAL_AUTHORS
                    From: u@a.example~From: v@b.example                    | -         | SEVERAL_FROM_FIELDS SEVERAL_AUTHORS
                    From: u@a.example~From: v@a.example                    | -         | SEVERAL_FROM_FIELDS SEVERAL_AUTHORS
                    To: u@a.example                                        | -         | NO_FROM_FIELD NO_DOMAIN
                    From: G: u@a.example;                                  | a.example | GROUP
                    From: G:;                                              | -         | GROUP NO_DOMAIN
                    From: "boss@bank.example" <u@a.example>                | a.example | NAME_HOLDS_OTHER_ADDRESS
                    From: =?utf-8?q?boss=40bank.example?= <u@a.example>    | a.example | NAME_HOLDS_OTHER_ADDRESS
                    From: "u@a.example" <u@a.example>                      | a.example | ``
                    From: "me @ home" <u@a.example>                        | a.example | ``
                    From: boss@bank.example <u@a.example>                  | a.example | MALFORMED NAME_HOLDS_OTHER_ADDRESS
                    From: <boss@bank.example> <u@a.example>                | -         | SEVERAL_AUTHORS MALFORMED SEVERAL_ADDRESSES_IN_ONE
                    From: =?utf-8?q?u=40a=2Eexample?=                      | -         | MALFORMED NO_DOMAIN
                    From: u@[192.0.2.1]                                    | -         | NO_DOMAIN
                    From: u@bank.example(x).a.example                      | bank.example.a.example | COMMENT_IN_ADDRESS
                    From : u@a.example                                     | a.example | ``
                    """)
    void theAuthorDomainIsOneOrNone(String header, String domain, String remarks) {
        Authors authors = Authors.of(Mails.read(header.replace("~", "\r\n") + "\r\n\r\n"));

        assertThat(authors.domain().orElse("-")).isEqualTo(domain);
        assertThat(authors.remarks().stream().map(Enum::name).collect(Collectors.joining(" ")))
                .isEqualTo(remarks);
    }
}
