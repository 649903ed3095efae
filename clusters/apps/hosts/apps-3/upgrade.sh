#!/bin/sh
# From io.github.homelab4j.hosts.TalosMachines: change the stack, not this file.
# Brings apps-3 to Talos v1.12.1 with the extensions of schematic.yaml. Its data stays; it reboots, so take one machine at a time.
set -eu

# The Image Factory makes images of schematics that it was sent once.
curl --fail --silent --show-error --output /dev/null --request POST --data-binary "@$(dirname "$0")/schematic.yaml" https://factory.talos.dev/schematics

talosctl --endpoints 10.25.11.16 --nodes 10.25.11.16 upgrade --image factory.talos.dev/metal-installer/9f14d3d939d420f57d8ee3e64c4c2cd29ecb6fa10da4e1c8ac99da4b04d5e463:v1.12.1
talosctl --endpoints 10.25.11.16 --nodes 10.25.11.16 health
