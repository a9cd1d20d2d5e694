package dev.touchstone.submission.identity;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.submission.identity.SigningKey.Algorithm;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * The keys that organisations registered. Revoked ones are found too, so that a signature with one can be told from a
 * signature with a key that nobody knows; whether a key still counts says {@link SigningKey#isRevoked}.
 */
@ApplicationScoped
public class SigningKeys {

    private static final String COLUMNS = """
            select organization_id, key_id, name, algorithm, public_key, created_at, revoked_at from signing_key
            where\s""";

    private final Pool pool;

    SigningKeys(Pool pool) {
        this.pool = pool;
    }

    /**
     * The key's id: {@code sha256:} and the SHA-256 of its SubjectPublicKeyInfo (DER) as 64 hexadecimal digits, which
     * {@code openssl pkey -pubin -outform der | sha256sum} prints for any kind of key.
     */
    public static String keyId(PublicKey key) {
        return Artifacts.digest(key.getEncoded());
    }

    /** The organisation's key. */
    public Uni<Optional<SigningKey>> find(String organizationId, String keyId) {
        return pool.preparedQuery(COLUMNS + "organization_id = $1 and key_id = $2")
                .execute(Tuple.of(organizationId, keyId)).map(rows -> all(rows).stream().findFirst());
    }

    /** The key, whoever registered it; where one organisation gave it up and another took it over, the one in force. */
    public Uni<Optional<SigningKey>> findAnywhere(String keyId) {
        return pool.preparedQuery(COLUMNS + "key_id = $1 order by revoked_at desc nulls first limit 1")
                .execute(Tuple.of(keyId)).map(rows -> all(rows).stream().findFirst());
    }

    /** All of the organisation's keys, revoked ones too, in the order of their registration. */
    public Uni<List<SigningKey>> ofOrganization(String organizationId) {
        return pool.preparedQuery(COLUMNS + "organization_id = $1 order by created_at, key_id")
                .execute(Tuple.of(organizationId)).map(SigningKeys::all);
    }

    private static List<SigningKey> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(SigningKeys::read).toList();
    }

    private static SigningKey read(Row row) {
        Algorithm algorithm = Algorithm.of(row.getString("algorithm"));
        return new SigningKey(row.getString("organization_id"), row.getString("key_id"), row.getString("name"), algorithm,
                publicKey(algorithm, row.getBuffer("public_key").getBytes()),
                row.getOffsetDateTime("created_at").toInstant(), instant(row.getOffsetDateTime("revoked_at")));
    }

    private static PublicKey publicKey(Algorithm algorithm, byte[] encoded) {
        try {
            return KeyFactory.getInstance(switch (algorithm) {
                case RSA -> "RSA";
                case EC_P256, EC_P384 -> "EC";
                case ED25519 -> "Ed25519";
            }).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException corrupt) {
            throw new IllegalStateException("Only keys that could be read were stored", corrupt);
        }
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
