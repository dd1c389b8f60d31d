"""Texts of our own, in the form that page readers give; all persons are invented."""

PLAN = """UBND TỈNH HÒA BÌNH
SỞ KHOA HỌC VÀ CÔNG NGHỆ

Số: 27/KH-SKHCN

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Hòa Bình, ngày 09 tháng 02 năm 2022

KẾ HOẠCH
Hỗ trợ bảo hộ nhãn hiệu cho sản phẩm nông nghiệp chủ lực
của tỉnh, giai đoạn 2022 - 2025

Căn cứ Kế hoạch số 118/KH-UBND ngày 14/12/2021 của Ủy ban nhân dân tỉnh về
phát triển tài sản trí tuệ trên địa bàn tỉnh giai đoạn 2022 - 2025;

Căn cứ Công văn số 1203/UBND-
KGVX ngày 20/12/2021 của Ủy ban nhân dân tỉnh về việc giao nhiệm vụ;

Sở Khoa học và Công nghệ xây dựng Kế hoạch hỗ trợ bảo hộ nhãn hiệu cho sản
phẩm nông nghiệp chủ lực của tỉnh với các nội dung như sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

- Giúp hợp tác xã và hộ sản xuất hiểu đúng về quyền sở hữu trí tuệ;
- Nâng cao giá trị của cam Cao Phong, mía tím và cá sông Đà.

2. Yêu cầu: Việc hỗ trợ phải đúng đối tượng, tiết kiệm, có kiểm tra.

II. CHỈ TIÊU

| TT | Chỉ tiêu | Đơn vị | 2022 | 2023 | 2024 | 2025 |
| 1 | Số nhãn hiệu tập thể được nộp đơn | nhãn hiệu | 3 | 5 | 6 | 8 |
| 2 | Tỷ lệ hợp tác xã được tập huấn | % | 40 | 55 | 70 | 90 |

III. TỔ CHỨC THỰC HIỆN

1. Phòng Quản lý chuyên ngành chủ trì, phối hợp với Ủy ban nhân dân các huyện,
thành phố khảo sát nhu cầu, hoàn thành trước ngày 30/4/2022.

2. Văn phòng Sở bảo đảm kinh phí và đăng tin trên trang thông tin điện tử./.

Nơi nhận:
- UBND tỉnh (để b/c);
- UBND các huyện, thành phố;
- Lãnh đạo Sở;
- Lưu: VT, QLCN (03).

KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC

Đỗ Quỳnh Trang
"""

LETTER = """BỘ NÔNG NGHIỆP
VÀ PHÁT TRIỂN NÔNG THÔN

Số:      /BNN-KHCN
V/v góp ý dự thảo hướng dẫn
quản lý mã số vùng trồng

HỎA TỐC

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Hà Nội, ngày     tháng 7 năm 2023

Kính gửi:

- Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương;
- Hiệp hội Rau quả Việt Nam.

Bộ Nông nghiệp và Phát triển nông thôn đang xây dựng dự thảo hướng dẫn quản lý
mã số vùng trồng. Bộ đề nghị các cơ quan nghiên cứu, góp ý bằng văn bản, gửi về
Vụ Khoa học, Công nghệ và Môi trường trước ngày 15 tháng 8 năm 2023.

Xin trân trọng cảm ơn sự phối hợp của Quý cơ quan./.

Nơi nhận:
- Như trên;
- Bộ trưởng (để b/c);
- Lưu: VT, KHCN.

TL. BỘ TRƯỞNG
KT. VỤ TRƯỞNG VỤ KHOA HỌC,
CÔNG NGHỆ VÀ MÔI TRƯỜNG
PHÓ VỤ TRƯỞNG

(Đã ký)

Phùng Hữu Nghị
"""

DECISION = """ỦY BAN NHÂN DÂN
TỈNH PHÚ YÊN
-------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------

Số: 415/QĐ-UBND

Phú Yên, ngày 21 tháng 3 năm 2022

QUYẾT ĐỊNH

Về việc ban hành Danh mục nhiệm vụ chuyển đổi số năm 2022

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH PHÚ YÊN

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;

Theo đề nghị của Giám đốc Sở Thông tin và Truyền thông tại Tờ trình số 18/TTr-STTTT
ngày 10 tháng 3 năm 2022.

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Danh mục nhiệm vụ chuyển đổi số năm 2022.

Điều 2. Sở Thông tin và Truyền thông theo dõi, đôn đốc việc thực hiện.

Điều 3. Quyết định này có hiệu lực kể từ ngày ký./.

Nơi nhận:
- Như Điều 3;
- Lưu: VT, KSTT.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Ngô Thế Quảng
\f
PHỤ LỤC

DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ NĂM 2022

(Kèm theo Quyết định số 415/QĐ-UBND ngày 21/3/2022 của Chủ tịch UBND tỉnh Phú Yên)

| STT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn |
""" + "".join(
    f"| {n} | Số hóa hồ sơ thủ tục hành chính nhóm {n}, bảo đảm dữ liệu sạch, sống "
    "| Văn phòng UBND tỉnh | Các sở, ban, ngành; UBND các huyện | Quý III/2022 |\n"
    for n in range(1, 25)
)

NEWS = """Trang chủ   Giới thiệu   Văn bản

Hội thi sáng tạo kỹ thuật tỉnh Đắk Nông lần thứ sáu nhận 84 giải pháp dự thi

Thứ Ba, 17/10/2023 | Lượt xem: 1.204

Ngày 16/10/2023, Ban Tổ chức Hội thi họp đánh giá vòng sơ khảo 84 giải pháp.
Theo Ban Tổ chức, số giải pháp tăng gấp rưỡi so với kỳ trước.

Tin, ảnh: Vũ Lệ Quyên

Đang truy cập: 12
"""

PARTY = """TỈNH ỦY LAI CHÂU
*
Số 31-CTr/TU

ĐẢNG CỘNG SẢN VIỆT NAM

Lai Châu, ngày 05 tháng 6 năm 2023

CHƯƠNG TRÌNH HÀNH ĐỘNG
thực hiện nghị quyết về phát triển khoa học và công nghệ

Tỉnh ủy giao các cấp ủy quán triệt, cụ thể hóa thành kế hoạch của cấp mình.

Nơi nhận:
- Các huyện ủy, thành ủy;
- Lưu Văn phòng Tỉnh ủy.

T/M TỈNH ỦY
BÍ THƯ

Chu Đình Khải
"""

PLAIN = """
Số: /BC- SYT

Tuyên Quang, ngày tháng 12 năm 2022

BÁO CÁO

Tình hình thực hiện nhiệm vụ chuyển đổi số năm 2022

Thực hiện Kế hoạch số 15/KH-UBND ngày 11/01/2022 của UBND tỉnh, Sở Y tế báo cáo như sau:

1. Kết quả

Đã có 85% cơ sở khám bệnh dùng bệnh án điện tử.¹

Nơi nhận:

- UBND tỉnh (*để báo cáo*);
- Lưu: VT.

**KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC**

Lý Thị Hồng Gấm

¹ Số liệu tính đến ngày 30/11/2022.
"""

ALL = {
    "plan": PLAN,
    "letter": LETTER,
    "decision": DECISION,
    "news": NEWS,
    "party": PARTY,
    "plain": PLAIN,
}
