package org.familypathways.benchmark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/** Counts what the database is asked, engine and application together. While it does not count, it is not in the way. */
@Component
class StatementCount implements BeanPostProcessor {

    private volatile @Nullable Map<String, Tally> tallies;

    /** How often a statement was executed, and how long that took in all. A batch counts once. */
    record Tally(String statement, int times, long nanos) {

        private Tally plus(Tally other) {
            return new Tally(statement, times + other.times, nanos + other.nanos);
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return name.equals("dataSource") && bean instanceof DataSource database ? counting(database) : bean;
    }

    DataSource counting(DataSource database) {
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                var connection = super.getConnection();
                return tallies == null ? connection : listening(connection);
            }
        };
    }

    /** Whatever is asked while this is done, by whichever thread. */
    List<Tally> during(Runnable work) {
        var counted = new ConcurrentHashMap<String, Tally>();
        tallies = counted;
        try {
            work.run();
        } finally {
            tallies = null;
        }
        return List.copyOf(counted.values());
    }

    static int total(List<Tally> tallies) {
        return tallies.stream().mapToInt(Tally::times).sum();
    }

    private Connection listening(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            Object result = call(connection, method, arguments);
            if (!(result instanceof Statement statement)) {
                return result;
            }
            String sql = arguments != null && arguments[0] instanceof String text ? text : null;
            return proxy(method.getReturnType(), (asked, values) -> timed(statement, sql, asked, values));
        });
    }

    private @Nullable Object timed(
            Statement statement, @Nullable String prepared, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (!method.getName().startsWith("execute")) {
            return call(statement, method, arguments);
        }
        long begun = System.nanoTime();
        Object result = call(statement, method, arguments);
        String sql = prepared == null && arguments != null ? String.valueOf(arguments[0]) : String.valueOf(prepared);
        tally(new Tally(sql.strip().replaceAll("\\s+", " "), 1, System.nanoTime() - begun));
        return result;
    }

    private void tally(Tally one) {
        var counting = tallies;
        if (counting != null) {
            counting.merge(one.statement, one, Tally::plus);
        }
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<?> type, Call call) {
        return (T) Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> call.of(method, arguments));
    }

    private interface Call {
        @Nullable
        Object of(Method method, Object @Nullable [] arguments) throws Throwable;
    }
}
