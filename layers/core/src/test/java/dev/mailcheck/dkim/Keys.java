package dev.mailcheck.dkim;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;

/** Keys of any size for tests; nobody holds the private halves. */
public final class Keys {
    /** The example key of RFC 8463. */
    public static final String ED25519 = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    private static final byte[] RSA_ENCRYPTION =
            HexFormat.of().parseHex("06092a864886f70d0101010500");

    private Keys() {}

    /** An RSA key as records hold it: SubjectPublicKeyInfo in Base64. */
    public static String rsa(int bits) {
        byte[] bitString = der(0x03, concat(new byte[1], bare(bits)));
        return base64(der(0x30, concat(der(0x30, RSA_ENCRYPTION), bitString)));
    }

    /** The same key as a bare RSAPublicKey. */
    static String bareRsa(int bits) {
        return base64(bare(bits));
    }

    private static byte[] bare(int bits) {
        BigInteger modulus = BigInteger.ONE.shiftLeft(bits - 1).setBit(0);
        byte[] exponent = BigInteger.valueOf(65_537).toByteArray();
        return der(0x30, concat(der(0x02, modulus.toByteArray()), der(0x02, exponent)));
    }

    private static byte[] der(int tag, byte[] content) {
        ByteBuffer value = ByteBuffer.allocate(content.length + 4).put((byte) tag);
        if (content.length < 0x80) {
            value.put((byte) content.length);
        } else if (content.length < 0x100) {
            value.put((byte) 0x81).put((byte) content.length);
        } else {
            value.put((byte) 0x82).putShort((short) content.length);
        }
        value.put(content).flip();
        byte[] bytes = new byte[value.remaining()];
        value.get(bytes);
        return bytes;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
