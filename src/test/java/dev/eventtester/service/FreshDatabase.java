package dev.eventtester.service;

import dev.eventtester.demo.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** An empty database of one test's own, in a server that runs as long as this process. */
final class FreshDatabase {

    private static final Path DIRECTORY = Path.of("target/it-database");
    private static final String USER = "postgres";

    private FreshDatabase() {}

    /**
     * Makes the database, or makes it again.
     *
     * @return the configuration of a service that uses it
     */
    static Map<String, String> named(String name) {
        String server = "postgresql://127.0.0.1:" + EmbeddedDatabase.start(DIRECTORY) + "/";
        try (Connection connection = DriverManager.getConnection("jdbc:" + server + USER, USER, USER);
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException("The database " + name + " cannot be made", failed);
        }
        return Map.of(
                "quarkus.datasource.reactive.url",
                server + name,
                "quarkus.datasource.username",
                USER,
                "quarkus.datasource.password",
                USER);
    }
}
