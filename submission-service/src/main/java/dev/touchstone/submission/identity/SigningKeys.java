package dev.touchstone.submission.identity;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.submission.identity.SigningKey.Algorithm;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
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

    /** Revoked ones too: a card is checked against all of them. */
    static final int MOST = 100;

    private static final String SELECT = "select * from signing_key where ";

    private static final String REGISTER = """
            insert into signing_key (organization_id, key_id, name, algorithm, public_key, created_at, created_by)
            select $1, $2, $3, $4, $5, $6, $7
            where (select count(*) from signing_key where organization_id = $1) < $8
            on conflict do nothing returning *""";

    private static final String KNOWN = """
            select 1 from signing_key where key_id = $1 and (organization_id = $2 or revoked_at is null)""";

    private static final String REVOKE = """
            update signing_key set revoked_at = coalesce(revoked_at, $3), revoked_by = coalesce(revoked_by, $4)
            where organization_id = $1 and key_id = $2 returning *""";

    private final Pool pool;
    private final Clock clock;

    SigningKeys(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** What registering a key comes to. */
    sealed interface Registration {

        record Registered(SigningKey key) implements Registration {
        }

        /** It is another organisation's, or this one had it before. */
        record Taken() implements Registration {
        }

        record Full() implements Registration {
        }
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
        return pool.preparedQuery(SELECT + "organization_id = $1 and key_id = $2")
                .execute(Tuple.of(organizationId, keyId)).map(SigningKeys::first);
    }

    /** The key, whoever registered it; where one organisation gave it up and another took it over, the one in force. */
    public Uni<Optional<SigningKey>> findAnywhere(String keyId) {
        return pool.preparedQuery(SELECT + "key_id = $1 order by revoked_at desc nulls first limit 1")
                .execute(Tuple.of(keyId)).map(SigningKeys::first);
    }

    /** All of the organisation's keys, revoked ones too, in the order of their registration. */
    public Uni<List<SigningKey>> ofOrganization(String organizationId) {
        return pool.preparedQuery(SELECT + "organization_id = $1 order by created_at, key_id")
                .execute(Tuple.of(organizationId)).map(rows -> Columns.all(rows, SigningKeys::read));
    }

    Uni<Registration> register(String organizationId, NewSigningKey key, String by) {
        Tuple row = Tuple.tuple().addString(organizationId).addString(keyId(key.key())).addString(key.name())
                .addString(key.algorithm().key()).addBuffer(Buffer.buffer(key.key().getEncoded()))
                .addValue(Columns.timestamp(clock.instant())).addString(by).addInteger(MOST);
        return pool.preparedQuery(REGISTER).execute(row).map(SigningKeys::first)
                .flatMap(added -> added.<Uni<Registration>> map(
                        registered -> Uni.createFrom().item(new Registration.Registered(registered)))
                        .orElseGet(() -> whyNot(organizationId, keyId(key.key()))));
    }

    private Uni<Registration> whyNot(String organizationId, String keyId) {
        return pool.preparedQuery(KNOWN).execute(Tuple.of(keyId, organizationId))
                .map(rows -> rows.size() > 0 ? new Registration.Taken() : new Registration.Full());
    }

    /** Empty where the organisation never had such a key. */
    Uni<Optional<SigningKey>> revoke(String organizationId, String keyId, String by) {
        return pool.preparedQuery(REVOKE)
                .execute(Tuple.of(organizationId, keyId, Columns.timestamp(clock.instant()), by)).map(SigningKeys::first);
    }

    private static Optional<SigningKey> first(RowSet<Row> rows) {
        return Columns.all(rows, SigningKeys::read).stream().findFirst();
    }

    private static SigningKey read(Row row) {
        Algorithm algorithm = Algorithm.of(row.getString("algorithm"));
        return new SigningKey(row.getString("organization_id"), row.getString("key_id"), row.getString("name"), algorithm,
                publicKey(algorithm, row.getBuffer("public_key").getBytes()), Columns.time(row, "created_at"),
                Columns.timeOrNull(row, "revoked_at"));
    }

    private static PublicKey publicKey(Algorithm algorithm, byte[] encoded) {
        try {
            return PublicKeys.decode(algorithm, encoded);
        } catch (GeneralSecurityException corrupt) {
            throw new IllegalStateException("Only keys that could be read were stored", corrupt);
        }
    }
}
