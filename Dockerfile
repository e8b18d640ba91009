# Family Pathways as a container. Nothing of the build is left in the image that runs.

FROM docker.io/library/node:22-bookworm-slim AS browser-libraries
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm npm ci --no-audit --no-fund

FROM docker.io/library/maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY --from=browser-libraries /build/node_modules node_modules
COPY bpmn bpmn
COPY forms forms
COPY src/main src/main
# -Dexec.skip: the browser libraries are here already
RUN --mount=type=cache,target=/root/.m2/repository \
    mvn -B -q -Dmaven.test.skip -Dexec.skip package && \
    mv target/family-pathways-*.jar family-pathways.jar && \
    java -Djarmode=tools -jar family-pathways.jar extract --layers --destination layers
# The PostgreSQL that the application starts for a try-out has no place here: this image always works on a real one.
RUN rm layers/dependencies/lib/embedded-postgres-binaries-*.jar

FROM docker.io/library/eclipse-temurin:17-jre
WORKDIR /app
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
# Settings come from the environment; what is secret may come from files in /run/secrets that are named as the setting.
ENV LANG=C.UTF-8 \
    SERVER_ADDRESS=0.0.0.0 \
    SPRING_CONFIG_IMPORT=optional:configtree:/run/secrets/ \
    SPRING_DATASOURCE_URL=jdbc:postgresql://database:5432/family_pathways \
    FAMILYPATHWAYS_DEMO=false
# No name and no home: it owns nothing in the image and writes to /tmp alone.
USER 10001:10001
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=3m --retries=3 CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '^HTTP/1.1 200' <&3"]
# No heap dump when memory runs out: it would hold families' records. Docker starts the container again.
# Not -jar: with it Tomcat would not see what the libraries bring for browsers, and Tasklist would stay empty.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=65", "-XX:+ExitOnOutOfMemoryError", "-Duser.timezone=UTC", \
    "-cp", "family-pathways.jar:lib/*", "org.familypathways.FamilyPathwaysApplication"]
