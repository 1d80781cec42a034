package dev.mailcheck.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Addresses as standards allow them, as programs write them, and as forgers do. */
class AddressListTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    u@a.example                               | u@a.example                    | ``
                    Name <u@a.example>                        | u@a.example                    | ``
                    "Doe, John" <u@a.example>                 | u@a.example                    | ``
                    u@a.example (Name)                        | u@a.example                    | ``
                    <u@a.example>                             | u@a.example                    | ``
                    John Q. Public <u@a.example>, v@b.example | u@a.example v@b.example        | ``
                    ,, u@a.example ,,                         | u@a.example                    | ``
                    "u v"@a.example                           | u v@a.example                  | ``
                    "x@evil.example"@a.example                | x@evil.example@a.example       | ``
                    u @ a . example                           | u@a.example                    | ``
                    u@[192.0.2.1]                             | u@[192.0.2.1]                  | ``
                    u@[IPv6:2001:db8::1]                      | u@[IPv6:2001:db8::1]           | ``
                    Friends: u@a.example, V <v@b.example>;    | u@a.example v@b.example        | GROUP
                    undisclosed-recipients:;                  | ``                             | GROUP
                    G:;, u@a.example                          | u@a.example                    | GROUP
                    <@r.example,@s.example:u@a.example>       | u@a.example                    | ROUTE
                    u@(good.example)a.example                 | u@a.example                    | COMMENT_IN_ADDRESS
                    u(comment)@a.example                      | u@a.example                    | COMMENT_IN_ADDRESS
                    (c (nested)) u@a.example                  | u@a.example                    | ``
                    <good@a.example> <bad@b.example>          | good@a.example bad@b.example   | MALFORMED SEVERAL_ADDRESSES_IN_ONE
                    good@a.example <bad@b.example>            | bad@b.example                  | MALFORMED
                    u@a.example v@b.example                   | u@a.examplev@b.example         | MALFORMED AMBIGUOUS
                    u@a@b.example                             | u@a@b.example                  | MALFORMED AMBIGUOUS
                    <u@a.example                              | u@a.example                    | MALFORMED
                    u@a.example>                              | u@a.example                    | MALFORMED
                    Name                                      | Name                           | MALFORMED
                    @a.example                                | @a.example                     | MALFORMED
                    u@                                        | u                              | MALFORMED
                    u@a.example;                              | u@a.example                    | MALFORMED
                    a:b:c@d.example;                          | b:c@d.example                  | MALFORMED GROUP
                    "unclosed <u@a.example>                   | unclosed <u@a.example          | MALFORMED
                    (unclosed u@a.example                     | ``                             | MALFORMED
                    """)
    void addressesAreReadAndOddOnesTold(String value, String addresses, String marks) {
        AddressList read = AddressList.parse(value);

        assertThat(read.mailboxes().stream().map(Mailbox::address).collect(Collectors.joining(" ")))
                .isEqualTo(addresses);
        assertThat(read.marks().stream().map(Enum::name).collect(Collectors.joining(" ")))
                .isEqualTo(marks);
    }

    @Test
    void anEmptyFieldIsMalformed() {
        assertThat(AddressList.parse("").marks()).containsExactly(AddressList.Mark.MALFORMED);
    }

    @Test
    void aNulInAnAddressIsTold() {
        AddressList read = AddressList.parse("u@good.example\0.evil.example");

        assertThat(read.marks()).contains(AddressList.Mark.CONTROL_CHARACTER);
        assertThat(read.mailboxes().getFirst().domainName()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    =?utf-8?q?J=C3=BCrgen?= <u@a.example>                  | Jürgen
                    =?UTF-8?B?SsO8cmdlbg==?= <u@a.example>                 | Jürgen
                    "=?utf-8?q?in_quotes?=" <u@a.example>                  | in quotes
                    =?utf-8?q?a?= =?iso-8859-1?q?=E9?= x <u@a.example>     | aé x
                    =?utf-8*de?q?a?= <u@a.example>                         | a
                    =?no-such?q?a?= <u@a.example>                          | =?no-such?q?a?=
                    =?utf-8?x?a?= <u@a.example>                            | =?utf-8?x?a?=
                    =?utf-8?q?a <u@a.example>                              | =?utf-8?q?a
                    =?iso-2022-jp?B?GyRCRnxLXBsoQg==?= <u@a.example>       | 日本
                    u@a.example (Real Name)                                | Real Name
                    """)
    void namesAreDecoded(String value, String name) {
        assertThat(AddressList.parse(value).mailboxes().getFirst().displayName()).isEqualTo(name);
    }

    @Test
    void internationalDomainsBecomeALabels() {
        String utf8 = "用户@例え.テスト";
        String bytes =
                new String(utf8.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        Mailbox read = AddressList.parse(bytes).mailboxes().getFirst();

        assertThat(read.localPart()).isEqualTo("用户");
        assertThat(read.domainName()).contains("xn--r8jz45g.xn--zckzah");
    }

    @Test
    void aListHasAnEnd() {
        AddressList read = AddressList.parse("u@a.example,".repeat(5_000));

        assertThat(read.mailboxes()).hasSize(AddressList.MAX_MAILBOXES);
        assertThat(read.marks()).containsExactly(AddressList.Mark.CUT);
    }
}
