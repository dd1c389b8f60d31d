#!/usr/bin/env bash
# Installs the system packages that are missing, through apt; elsewhere names them.
# With the word "browser" also the one that the tests of the page look with.
set -euo pipefail

# package | a file that shows it is there (Debian's place or another system's)
needed=(
  "tesseract-ocr-vie|/usr/share/tesseract-ocr/*/tessdata/vie.traineddata /usr/share/tess*/vie.traineddata /usr/share/tesseract/tessdata/vie.traineddata /usr/local/share/tessdata/vie.traineddata /opt/homebrew/share/tessdata/vie.traineddata"
  "tesseract-ocr-osd|/usr/share/tesseract-ocr/*/tessdata/osd.traineddata /usr/share/tess*/osd.traineddata /usr/share/tesseract/tessdata/osd.traineddata /usr/local/share/tessdata/osd.traineddata /opt/homebrew/share/tessdata/osd.traineddata"
  "fonts-liberation2|/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf"
  "fonts-croscore|/usr/share/fonts/truetype/croscore/Tinos-Regular.ttf"
)

if [ "${1:-}" = browser ]; then
  needed+=("chromium|/usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome /opt/homebrew/bin/chromium")
fi

there() {
  compgen -G "$1" >/dev/null
}

missing=()
for line in "${needed[@]}"; do
  found=no
  for place in ${line#*|}; do
    if there "$place"; then found=yes; fi
  done
  [ "$found" = yes ] || missing+=("${line%%|*}")
done
# Debian keeps ensurepip, which every virtual environment starts from, apart.
if ! [ -e .venv/.created ] && python=$("$(dirname "$0")/find_python.sh" 2>/dev/null); then
  "$python" -c "import ensurepip, venv" 2>/dev/null ||
    missing+=("$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')")
elif ! [ -e .venv/.created ]; then
  missing+=(python3 python3-venv)
fi
[ "${#missing[@]}" -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null; then
  echo "Chưa có các gói hệ thống sau; hãy cài bằng trình quản lý gói của máy này:" >&2
  echo "These system packages are missing; install them with your package manager:" >&2
  printf '  %s\n' "${missing[@]}" >&2
  exit 0
fi
sudo=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || {
    echo "Run as root: apt-get install ${missing[*]}" >&2
    exit 1
  }
  sudo=(sudo)
fi
echo "apt-get install ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
"${sudo[@]}" apt-get update -qq
"${sudo[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
