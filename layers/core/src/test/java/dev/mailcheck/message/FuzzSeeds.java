package dev.mailcheck.message;

import java.util.List;

/** What the fuzz targets begin with, beside the corpora that .ci/fuzz --keep writes. */
final class FuzzSeeds {
    static final List<String> MAILS =
            List.of(
                    "Return-Path: <s@a.example>\r\nReceived: from a.example (b.example [192.0.2.1])"
                            + " by mx.example (Postfix) with ESMTPS id 1 (version=TLS1_3 cipher=X);"
                            + " Sun, 22 Nov 2026 10:00:00 +0900\r\nFrom: \"a, b\" <u@a.example>\r\n"
                            + "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\n"
                            + "Content-Type: text/html; charset=utf-8\r\n"
                            + "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                            + "<a href=3D\"http://a.example/&amp;\">x</a>\r\n--b\r\n"
                            + "Content-Type: message/rfc822\r\n\r\nA: 1\r\n\r\nhttp://b.example\r\n"
                            + "--b--\r\n",
                    "From x@y Sun Nov 22 10:00:00 2026\nA: 1\n\nb\n\nFrom x@y Sun\nB: 2\n\n",
                    "\ufeffA:\r\n b\r\n\tc\r\n \r\nno field\r\n");

    static final List<String> RECEIVED =
            List.of(
                    "from a (HELO b) (u@192.0.2.1) de/crypted with TLSv1.3: C [256/256] by mx with"
                            + " (C encrypted) ESMTPS id <1>; 22 Nov 2026 10:00 GMT",
                    "from [192.0.2.1] ([IPv6:::1]:25 helo=\"x\") by y (Exim 4.9) via tcp with esmtp"
                        + " (TLS1.2:C:1) tls C (TLS: TLSv1/SSLv3,1bits,C) for <u@v> from <w@x>;",
                    "pass (x) client-ip=192.0.2.1; envelope-from=\"u@v\"; helo=x");

    static final List<String> RESULTS =
            List.of(
                    "a.example 1; spf/1=pass (x (y)) reason=\"a\\\"b\" smtp.mailfrom=u@v; dkim ="
                            + " none",
                    "spf=pass client-ip=1; helo=x; none");

    static final List<String> ADDRESSES =
            List.of(
                    "G: \"a\" <@r,@s:u@v>, (c) w @ [1] ; x@y (=?utf-8?q?a_=3D?=)",
                    "text/html; boundary*0=\"a\"; charset*=utf-8''b (c)",
                    "=?iso-2022-jp?B?GyRCRnxLXBsoQg==?= =?utf-8*de?Q?=C3=A9?= <用@例え.テスト>");

    static final List<String> SIGNED =
            List.of(
                    "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/simple; d=example.com; s=s1;"
                            + " h=From:To:from; l=4; t=1; x=9; z=From:=20a|To:b; i=@example.com;"
                            + " q=dns/txt; bh=AAAA; b=AA\r\n"
                            + " AA\r\n"
                            + "From: <a@example.com>\r\n\r\n"
                            + "x y \r\n",
                    "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=example.com; s=s1; b=AAAA\r\n"
                            + "ARC-Message-Signature: i=1; a=ed25519-sha256; c=relaxed;"
                            + " d=example.com; s=e; h=from:subject; bh=AAAA; b=AAAA\r\n"
                            + "ARC-Authentication-Results: i=1; a.example; none\r\n"
                            + "Subject: [x] y\r\nFrom: a@b.example.com\r\n\r\n\r\n>From \t\r\n");

    static final List<String> SPF =
            List.of(
                    "a/24//64 mx:%{d2}.c.example ptr:c.example include:b.example"
                            + " ~exists:%{ir}.%{v}._spf.%{h}",
                    "+ip4:192.0.2.0/24 ?ip6:2001:db8::/32 redirect=b.example exp=e.example x=%{o-}",
                    "\"v=spf1, ipv4:192.0.2.1; include: b.example -all",
                    "See http://%{d}/why?s=%{S}&i=%{i}&c=%{c}&t=%{t}%_%%%-%{L3r+-/=_.}",
                    "::ffff:192.0.2.1");

    static final List<String> DMARC =
            List.of(
                    "v=DMARC1; p=reject; sp=none; np=quarantine; psd=n; adkim=s; aspf=r; t=y;"
                            + " fo=1:d",
                    "v=DMARC1;p=none;rua=mailto:a@b.example!10m,https://c.example/;ruf=mailto:x%2Cy@z");

    static final List<String> KEYS =
            List.of(
                    "v=DKIM1; k=rsa; h=sha256:sha1; t=y:s; s=email:*; n=note; p="
                            + "MIGfMA0G".repeat(9),
                    "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
                    "0>0\000\002\001\003");

    static final List<String> RECORDS =
            List.of(
                    "v=STSv1; id=20261122;",
                    "version: STSv1\r\nmode: enforce\r\nmx: *.a.example\r\nmax_age: 86400\r\n",
                    "v=TLSRPTv1; rua=mailto:a@b.example,https://c.example/r",
                    "v=BIMI1; l=https://a.example/l.svg; a=https://a.example/c.pem; avp=brand",
                    "3 1 1 " + "0123456789abcdef".repeat(4),
                    "20326 8 2 " + "E06D44B8".repeat(8),
                    "257 3 13 " + "mdsswUyr3DPW132mOi8V9xESWE8jTo0d".repeat(2),
                    "1 0 10 AABB",
                    "2001:db8::192.0.2.1");

    static final List<String> REPLIES =
            List.of(
                    "\300\014\000\020\000\001\000\000\000\001\000\005\004v=x1",
                    "\300\014\000\005\000\001\000\000\000\001\000\004\001b\300\016"
                        + "\001b\300\016\000\017\000\001\000\000\000\001\000\004\000\012\300\014",
                    "\007example\000\000\047\000\001\000\000\000\001\000\002\300\014");

    static final List<String> TYPED =
            List.of(
                    "mailto:u@b\u00fccher.example?subject=x",
                    "HTTPS://u:p@xn--bcher-kva.example:443/path#f",
                    "a.example TXT \"v=spf1\" \"\\255 -all\"",
                    "[2001:db8::1]:5353,192.0.2.1",
                    ". IN DS 20326 8 2 " + "E06D44B8".repeat(8),
                    "{\"a.example\": {\"TXT\": [\"x\", [\"a\", \"b\"]], \"MX\": [\"10"
                            + " b.example.\"], \"TIMEOUT\": true, \"DNSSEC\": \"bogus\"}}");

    static final List<String> SMTP =
            List.of(
                    String.join(
                            "\r\n",
                            "220 mx.example ESMTP",
                            "250-mx.example",
                            "250-SIZE 1",
                            "250-AUTH=LOGIN",
                            "250 PIPELINING",
                            "550-5.7.1 no",
                            "550 5.7.1 no",
                            "221 x"));

    static final List<String> PAGES =
            List.of(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n\r\nabc",
                    "HTTP/1.1 103 x\r\nLink: y\r\n\r\nHTTP/1.1 200 OK\r\nTrans"
                            + "fer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n0\r\nT: 1\r\n\r\n",
                    "HTTP/1.0 301\r\nLocation: https://b.example/\r\n\r\n");

    static final List<String> TLS =
            List.of(
                    "\002\000\000\050\003\003" + "r".repeat(32) + "\000\023\002\000\000\000",
                    "0\0020\000",
                    "\376\355\376\355\000\000\000\002\000\000\000\001\000\000\000\002");

    static final List<String> RECORDINGS =
            List.of(
                    "{\"schema\":\"mailcheck-recording/1\",\"domain\":\"a.example\",\"seen\":[{\"x\":1}]}");

    static final List<String> FIELDS =
            List.of(
                    "Sun, 22 Nov 2026 10:00:00 +0900 (JST)",
                    "pass (x: y) client-ip=192.0.2.1; envelope-from=\"u@v\"; helo=x;"
                            + " identity=mailfrom",
                    "TLSv1.3/TLS_AES_256_GCM_SHA384",
                    "<p>x<a href='http://a.example/&amp;%41'>b</a><!-- <img src=//c.example> -->"
                            + " www.d.example",
                    "h=C3=A9llo=\r\n w=C3=B6rld QUJD");

    private FuzzSeeds() {}
}
